// What shoppers may send us. Pure.

const FORM = ["image/png", "image/jpeg", "application/pdf"] as const;

export const SHOPPER_FILES = {
  /** of one message */
  most: 5,
  mostBytes: 10 * 1024 * 1024,
  form: FORM as readonly string[],
  chat: [...FORM, "image/webp", "image/gif", "image/heic"] as readonly string[],
} as const;
