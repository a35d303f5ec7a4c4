import {
	isKeyOf,
	isOffMeant,
	newDataKey,
	newLockRecord,
	openLock,
	parseLockRecord,
	turningOff,
	withoutPasskey,
	withPage,
	withPasskey,
	withRecovery,
	withWords,
	WrongKey,
	type DataKey as KeyBytes,
	type LockRecord
} from '$lib/lock/record';
import { fromBase64 } from '$lib/lock/bytes';
import { createDatabase } from './database';
import { nameAfter } from './database-name';
import { deleteForGood } from './delete-for-good';
import { journaled } from './journaling';
import type { LockControls } from './later-lock';
import { lockKey, lockRecordIn } from './lock-keys';
import { lockedStorage } from './locked-storage';
import { freeName, markLock, peekLock, readsWith, unmarkLock } from './lock-row';
import { finishMove, moveRows } from './moving';
import { reasonOf, storageError } from './storage-error';
import type { Lock, OnProgress } from './types';

const noProgress: OnProgress = () => undefined;

export { openRescued } from './rescued-lock';

/** One tab turns a lock on or off; another waits for it. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
	const locks = globalThis.navigator?.locks as LockManager | undefined;
	// what it resolves to is typed as a promise of it
	return locks ? ((await locks.request('envol-lock-moving', work)) as T) : work();
}

async function recordOf({ name, second }: LockControls): Promise<LockRecord | undefined> {
	const row = await peekLock(name).catch(() => undefined);
	if (row) return parseLockRecord(row.value);
	const found = await second?.recover();
	return found && parseLockRecord(lockRecordIn(found));
}

/** Turned off all but for the last traces: nobody needs the key for these. */
const isOpened = (record: LockRecord) => record.state === 'turningOff' && !record.isSealed;

/** It is to be turned off, and nothing of it is done that cannot be given up. */
const isStillSealed = (record: LockRecord) => record.state === 'turningOff' && record.isSealed;

/** Somebody who had no key wrote into the files that it is to be turned off. */
const stayOn = (controls: LockControls): Promise<void> =>
	change(controls, ({ to: _, off: __, ...rest }) => ({ ...rest, state: 'on' }));

/** Storage that turns out to have a lock as it is opened. */
export async function beginLocked(controls: LockControls): Promise<void> {
	const record = await recordOf(controls);
	if (record && isOpened(record)) {
		await alone(() => finish(controls, record)).catch(() => undefined);
		return controls.open({ isOpened: true });
	}
	controls.isLocked = true;
	controls.show(lockedStorage(controls));
}

/**
 * The last part of turning it on or off: everything is in the database in use, as it is to be. What the one before it left goes, from
 * the journal too.
 */
async function finish({ name, second }: LockControls, record: LockRecord): Promise<void> {
	try {
		if (record.from !== undefined) await deleteForGood(record.from);
		if (second && !(await second.renew(name))) return;
	} catch {
		// all is where it belongs; what is left over goes at the next start
		return;
	}
	const { from: _, ...rest } = record;
	await change({ name, second }, () => (record.state === 'turningOn' ? { ...rest, state: 'on' } : undefined));
}

/** Changes the record in the database, and in the journal. */
async function change(
	{ name, second }: Pick<LockControls, 'name' | 'second'>,
	to: (record: LockRecord) => LockRecord | undefined
): Promise<void> {
	const version = (await peekLock(name))?.version ?? 0;
	const db = createDatabase(name, undefined, readsWith(version));
	const settled = second && journaled(db, second);
	try {
		await db.open();
		await db.transaction('rw', db.settings, async () => {
			const before = parseLockRecord((await db.settings.get(lockKey))?.value);
			const after = before && to(before);
			if (after) await db.settings.put({ key: lockKey, value: after });
			else await db.settings.delete(lockKey);
		});
		await settled?.();
	} finally {
		db.close({ disableAutoOpen: true });
	}
}

export function createLock(controls: LockControls): Lock {
	let key: KeyBytes | undefined;

	const record = async (): Promise<LockRecord> => {
		const found = await recordOf(controls);
		if (!found) throw storageError('failed', new Error('there is no lock'));
		return found;
	};

	const opened = (): KeyBytes => {
		if (!key) throw storageError('locked');
		return key;
	};

	/** From now on nothing is read or written, until it is opened again. */
	const close = async (): Promise<void> => {
		const { session } = controls;
		controls.session = undefined;
		controls.show(lockedStorage(controls));
		await session?.end();
	};

	/** Puts everything into another database, sealed or not, as the record says. */
	const move = async (begun: LockRecord, by: KeyBytes, onProgress: OnProgress): Promise<void> => {
		const willBeSealed = begun.state === 'turningOn';
		let now = begun;
		if (begun.isSealed !== willBeSealed) {
			const { to = nameAfter(controls.name), ...rest } = begun;
			await moveRows({ from: controls.name, to, key: by, willBeSealed, onProgress });
			now = { ...rest, isSealed: willBeSealed, from: controls.name };
			await finishMove(controls.name, to, now);
			controls.onRenamed(to);
		}
		await finish(controls, now);
	};

	const openWith = async (by: KeyBytes): Promise<void> => {
		const left = await recordOf(controls);
		if (!left || isOpened(left)) {
			controls.isLocked = false;
			key = undefined;
			return controls.open({ isOpened: true });
		}
		controls.isLocked = true;
		key = by;
		await controls.open({ key: by });
	};

	return {
		state: async () => (await recordOf(controls))?.state ?? 'off',
		ways: async () => {
			const { words, passkeys, lacksPage = false } = await record();
			return {
				words: words.kind,
				lacksPage,
				passkeys: passkeys.map(({ id, prfSalt }) => ({
					id: fromBase64(id),
					prfSalt: fromBase64(prfSalt)
				}))
			};
		},
		open: async (by) => {
			const found = await record();
			try {
				return await openLock(found, by);
			} catch (error) {
				throw error instanceof WrongKey ? storageError('wrongKey', error) : error;
			}
		},
		use: (by, onProgress = noProgress) =>
			alone(async () => {
				if (controls.session) return;
				const given = new Uint8Array(by);
				const found = await record();
				if (!(await isKeyOf(found, given))) throw storageError('wrongKey');
				if (isStillSealed(found) && !(await isOffMeant(found, given))) await stayOn(controls);
				else if (found.state !== 'on') await move(found, given, onProgress);
				await openWith(given);
			}),
		turnOn: (words, kind, onProgress) =>
			alone(async () => {
				if (controls.isLocked || !controls.session) throw storageError('failed', new Error('it is on'));
				const recovery = await controls.recoveryWords!();
				const made = newDataKey();
				const { name } = controls;
				const to = await freeName(name);
				const begun = { ...(await newLockRecord(made, words, kind, recovery)), to };
				await close();
				try {
					await markLock(name, begun);
					controls.isLocked = true;
					await move(begun, made, onProgress);
				} catch (error) {
					// before the other one is complete, all is as it was
					if (controls.name === name) {
						await deleteForGood(to).catch(() => undefined);
						await unmarkLock(name).catch(() => undefined);
						controls.isLocked = (await recordOf(controls)) !== undefined;
						if (!controls.isLocked) await controls.open();
					}
					throw storageError(reasonOf(error), error);
				}
				await openWith(made);
				return { recovery, key: made };
			}),
		turnOff: (onProgress) =>
			alone(async () => {
				const by = opened();
				const before = await record();
				const { name } = controls;
				const to = await freeName(name);
				await close();
				try {
					const begun = { ...(await turningOff(before, by)), to };
					await markLock(name, begun);
					await move(begun, by, onProgress);
				} catch (error) {
					if (controls.name === name) {
						await deleteForGood(to).catch(() => undefined);
						await markLock(name, { ...before, state: 'on' }).catch(() => undefined);
						await openWith(by);
					}
					throw storageError(reasonOf(error), error);
				}
				await openWith(by);
			}),
		changeWords: async (words, kind) => {
			const made = await withWords(opened(), words, kind);
			await change(controls, made);
		},
		newRecovery: async () => {
			const recovery = await controls.recoveryWords!();
			const made = await withRecovery(opened(), recovery);
			await change(controls, made);
			return recovery;
		},
		hasPage: async () => {
			opened();
			await change(controls, withPage);
		},
		addPasskey: async (passkey) => {
			const made = await withPasskey(opened(), passkey);
			await change(controls, made);
		},
		removePasskey: async (id) => {
			opened();
			await change(controls, (before) => withoutPasskey(before, id));
		},
		lockNow: () => {
			key = undefined;
			void close();
		}
	};
}
