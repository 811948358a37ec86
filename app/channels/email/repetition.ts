/** PostgreSQL's unique_violation: the statement changed nothing. */
export const isRepetition = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "23505";
