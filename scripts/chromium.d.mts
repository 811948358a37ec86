export function unpackChromium(): Promise<{ CHROMIUM_PATH: string; CHROMIUM_HOME: string }>;
