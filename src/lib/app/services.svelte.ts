import { createContext } from 'svelte';
import { DayClock } from './day-clock.svelte';
import { PreferencesKeeper } from '$lib/app/keepers/preferences-keeper.svelte';
import { Status } from './status.svelte';
import { StorageGate } from './storage-gate.svelte';
import { Updates } from './updates.svelte';

/** What every screen may use; created once, at the top of the app. */
export interface Services {
	clock: DayClock;
	gate: StorageGate;
	preferences: PreferencesKeeper;
	status: Status;
	updates: Updates;
}

export function createServices(): Services {
	const gate = new StorageGate();
	const status = new Status();
	return {
		clock: new DayClock(),
		gate,
		preferences: new PreferencesKeeper(gate),
		status,
		updates: new Updates({ gate, status })
	};
}

export const [useServices, provideServices] = createContext<Services>();
