import 'fake-indexeddb/auto';
import { vi } from 'vitest';
import { rest } from '$lib/storage/delete-for-good';

/** How long something may take says nothing on a busy machine: what never comes still fails. */
const { waitFor } = vi;
vi.waitFor = (check, options = 20_000) => waitFor(check, options);

/** The stand-in for a database has no files to be put in order. */
rest.ms = 0;
