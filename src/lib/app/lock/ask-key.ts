import { earlyKey } from '$lib/platform/early-held';
import { HeldKey } from '$lib/platform/held-key';

/** This page's part in keeping the key while Envol is open somewhere. */
export const held = new HeldKey();

/** The key of the lock, where another page or the worker has it; undefined where nobody answers within a moment. */
export const askKey = (): Promise<Uint8Array | undefined> => earlyKey() ?? held.ask();
