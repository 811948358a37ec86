// All channels that can send. Adding one is a folder and a line here.
import type { ChannelKind } from "../tickets/ticket.ts";
import type { Channel } from "./channel.ts";
import { chatChannel } from "./chat/send.server.ts";
import { emailChannel } from "./email/send.server.ts";

const channels: Partial<Record<ChannelKind, Channel>> = { chat: chatChannel, email: emailChannel };

/** The channel a message leaves by. Throws for one that can't send: such a message can't have been queued. */
export function channelOf(kind: ChannelKind): Channel {
  const channel = channels[kind];
  if (!channel) throw new Error(`no channel sends ${kind}`);
  return channel;
}
