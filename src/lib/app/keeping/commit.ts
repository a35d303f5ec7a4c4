import type { Services } from '$lib/app/services.svelte';
import type { StatusLine } from '$lib/app/status.svelte';
import type { Outcome } from '$lib/domain/outcome';
import type { MessageKey } from '$lib/i18n';
import { isVisiting } from '$lib/platform/visiting';
import { reasonOf } from '$lib/storage/storage-error';
import type { Storage, StorageReason } from '$lib/storage/types';

export { together } from '$lib/storage/together';

export type Attempt<T> =
	{ outcome: Exclude<Outcome, 'failed'>; value: T } | { outcome: 'failed'; reason: StorageReason };

/** What to say once it is saved. Without a key nothing is said, unless it is not kept on this device. */
export type Saying = Omit<StatusLine, 'key' | 'undo'> & { key?: MessageKey | undefined };

type Undo = () => unknown;

/** Opens the storage and changes it. Says nothing and never rejects. */
export async function attempt<T>(
	{ gate }: Pick<Services, 'gate'>,
	change: (storage: Storage) => Promise<T>
): Promise<Attempt<T>> {
	const storage = await gate.open();
	try {
		const value = await change(storage);
		return { outcome: storage.isDurable ? 'durable' : 'memory', value };
	} catch (error) {
		return { outcome: 'failed', reason: reasonOf(error) };
	}
}

/**
 * Reports the outcome: one sentence for each reason. It never claims that something is saved when it only shows until
 * the page closes.
 */
export function sayOutcome(
	{ status }: Pick<Services, 'status'>,
	made: Attempt<unknown>,
	{ key, ...line }: Saying & { undo?: Undo | undefined } = {}
): Outcome {
	if (made.outcome === 'failed')
		status.say({ key: `shell.storage.${made.reason}`, tone: 'trouble', undo: line.undo });
	else if (made.outcome === 'memory')
		// what is shown alone is no trouble where the person wanted it so
		status.say({ ...line, key: 'shell.status.notKept', tone: isVisiting() ? 'calm' : 'trouble' });
	else if (key) status.say({ ...line, key });
	return made.outcome;
}

/**
 * The one way to change stored data: opens the storage, changes it, reports the outcome, offers an undo.
 * @param change returns the undo, where there is one
 * @param saying called once it is saved; without it, success is not reported
 */
export async function commit(
	services: Pick<Services, 'gate' | 'status'>,
	change: (storage: Storage) => Promise<Undo | void>,
	saying: Saying | (() => Saying | undefined) = () => undefined
): Promise<Outcome> {
	const made = await attempt(services, change);
	if (made.outcome === 'failed') return sayOutcome(services, made);
	const said = typeof saying === 'function' ? saying() : saying;
	if (!said) return made.outcome;
	const back = made.value;
	if (!back) return sayOutcome(services, made, said);
	const undo = async (): Promise<unknown> => {
		const undone = await attempt(services, async () => back());
		return undone.outcome === 'failed' ? sayOutcome(services, undone, { undo }) : undone.value;
	};
	return sayOutcome(services, made, { ...said, undo });
}
