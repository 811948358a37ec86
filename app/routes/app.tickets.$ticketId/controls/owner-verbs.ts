import type { Priority } from "../../../tickets/ticket.ts";
import type { Doing } from "./doing.ts";

/** Who answers, whose business it is, and how soon. Choosing what is so already does nothing. */
export function ownerVerbs({ t, number, ask, current, directory: { agents, departments }, say }: Doing) {
  const assign = (agentId: string | null) => {
    const assignee = agents.find(({ id }) => id === agentId) ?? null;
    return assignee
      ? ask({ assignee }, "POST", "assignment", { agentId: assignee.id })
      : ask({ assignee: null }, "DELETE", "assignment");
  };
  const setDepartment = (departmentId: string | null) => {
    const department = departments.find(({ id }) => id === departmentId) ?? null;
    return ask({ department }, "POST", "department", { departmentId: departmentId ?? "" });
  };
  const setPriority = (priority: Priority) => ask({ priority }, "POST", "priority", { priority });
  return {
    assign: (agentId: string | null) => {
      const before = current().assignee?.id ?? null;
      if (before === agentId) return;
      const name = agents.find(({ id }) => id === agentId)?.name;
      const said = name
        ? t("state.toast.assigned", { number, name })
        : t("state.toast.unassigned", { number });
      void say(assign(agentId), said, () => assign(before));
    },
    setDepartment: (departmentId: string | null) => {
      const before = current().department?.id ?? null;
      if (before === departmentId) return;
      void say(setDepartment(departmentId), t("state.toast.department", { number }), () =>
        setDepartment(before),
      );
    },
    setPriority: (priority: Priority) => {
      const before = current().priority;
      if (before === priority) return;
      const said = t("state.toast.priority", { number, priority: t(`state.priority.${priority}`) });
      void say(setPriority(priority), said, () => setPriority(before));
    },
  };
}
