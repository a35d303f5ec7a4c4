import 'fake-indexeddb/auto';
import { vi } from 'vitest';

/** How long something may take says nothing on a busy machine: what never comes still fails. */
const { waitFor } = vi;
vi.waitFor = (check, options = 20_000) => waitFor(check, options);
