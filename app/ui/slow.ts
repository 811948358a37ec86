import { useEffect, useState } from "react";

/** True once something has been going on for long enough that it deserves a skeleton. Quick changes never flash. */
export function useSlow(going: boolean, after = 200): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!going) return setSlow(false);
    const timer = setTimeout(() => setSlow(true), after);
    return () => clearTimeout(timer);
  }, [going, after]);
  return slow && going;
}
