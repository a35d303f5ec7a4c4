/** Envol is shown inside another page, which may lay its own words over a button, or move it under a finger. */
export const isFramed = (): boolean => globalThis.top !== globalThis.self;
