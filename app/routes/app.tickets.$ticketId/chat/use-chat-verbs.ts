// What an agent does to a chat: shown at once, and put right when the server says otherwise.
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChatState } from "../../../tickets/chat/chat.ts";
import type { ShownChat } from "../../../tickets/chat/shown-chat.ts";
import type { TicketPage } from "../../../tickets/thread.server.ts";
import { useAgent } from "../../../ui/agent.tsx";
import { useDirectory } from "../../../ui/directory.tsx";
import { useLive } from "../../../ui/live/live.tsx";
import { callVerb, type VerbFailure, type VerbResult } from "../../../ui/verb.ts";
import { startWriting } from "../composer/mode.ts";

type Doing = "accept" | "end" | "block";

export interface ChatVerbs {
  /** as the agent has just made it */
  state: ChatState;
  blocked: boolean;
  busy: Doing | null;
  failure: VerbFailure | null;
  forget: () => void;
  accept: () => void;
  end: () => void;
  block: () => void;
  unblock: () => void;
}

export function useChatVerbs(ticket: TicketPage, chat: ShownChat): ChatVerbs {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const me = useAgent();
  const { agents } = useDirectory();
  const { refresh } = useLive();
  const [busy, setBusy] = useState<Doing | null>(null);
  const [failure, setFailure] = useState<VerbFailure | null>(null);
  const [made, setMade] = useState<ChatState | null>(null);
  const [blocked, setBlocked] = useState<boolean | null>(null);
  const known = `${chat.state} ${chat.visitor.blockedAt ?? ""}`;
  useEffect(() => {
    setMade(null);
    setBlocked(null);
  }, [known]);

  const path = `/app/tickets/${ticket.id}/chat`;
  const ask = async <T>(doing: Doing, method: "POST" | "DELETE", what: string): Promise<VerbResult<T>> => {
    setBusy(doing);
    setFailure(null);
    const result = await callVerb<T>(method, `${path}/${what}`);
    setBusy(null);
    if (!result.ok) setFailure(result);
    refresh("ticket");
    return result;
  };
  const accept = async () => {
    setMade("running");
    const result = await ask<{ agentId: string | null }>("accept", "POST", "acceptance");
    if (!result.ok || result.data.agentId !== me.id) setMade(null);
    if (!result.ok) return;
    const { agentId } = result.data;
    if (agentId === me.id) return startWriting(ticket.id, "reply");
    const name = agents.find(({ id }) => id === agentId)?.name;
    shopify.toast.show(name ? t("chat.taken", { name }) : t("chat.over"));
  };
  const end = async () => {
    setMade("ended");
    if (!(await ask("end", "POST", "end")).ok) setMade(null);
  };
  const setBlock = async (block: boolean) => {
    setBlocked(block);
    const result = await ask("block", block ? "POST" : "DELETE", "block");
    if (!result.ok) return setBlocked(null);
    if (!block) return shopify.toast.show(t("chat.block.undone"));
    const undo = { action: t("ticket.undo"), onAction: () => void setBlock(false) };
    shopify.toast.show(t("chat.block.done"), { ...undo, duration: 10_000 });
  };
  return {
    state: made ?? chat.state,
    blocked: blocked ?? chat.visitor.blockedAt !== null,
    busy,
    failure,
    forget: () => setFailure(null),
    accept: () => void accept(),
    end: () => void end(),
    block: () => void setBlock(true),
    unblock: () => void setBlock(false),
  };
}
