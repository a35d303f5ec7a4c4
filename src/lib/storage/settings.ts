import { liveQuery } from 'dexie';
import { noDice, parseKeptDice } from '$lib/domain/kept-dice';
import { parseKeptSheet, type KeptSheet } from '$lib/domain/kept-sheet';
import { parsePreferences } from '$lib/domain/preferences';
import type { EnvolDatabase } from './database';
import { fieldsTakenBack, isSame } from './difference';
import type { DiceRepository, DraftsRepository, SettingsRepository, SheetRepository } from './types';
import type { Write } from './write';

export function createSettings(db: EnvolDatabase, write: Write): SettingsRepository {
	return {
		readPreferences: async () => {
			const kept = await db.settings.get('preferences');
			return kept && parsePreferences(kept.value);
		},
		savePreferences: (preferences) =>
			write([db.settings], async () => {
				await db.settings.put({ key: 'preferences', value: { ...preferences } });
			})
	};
}

const sheetKey = 'sheet';

export function createSheet(db: EnvolDatabase, write: Write): SheetRepository {
	const read = async () => parseKeptSheet((await db.settings.get(sheetKey))?.value);
	const put = async (sheet: KeptSheet | undefined): Promise<void> => {
		if (sheet) await db.settings.put({ key: sheetKey, value: sheet });
		else await db.settings.delete(sheetKey);
	};
	return {
		observe: () => liveQuery(read),
		change: async (change) => {
			const { before, after } = await write([db.settings], async () => {
				const before = await read();
				const after = parseKeptSheet(change(before));
				await put(after);
				return { before, after };
			});
			// what was written since stays
			return () =>
				write([db.settings], async () => {
					if (isSame(await read(), after)) await put(before);
				});
		}
	};
}

const diceKey = 'dice';

export function createDice(db: EnvolDatabase, write: Write): DiceRepository {
	const read = async () => parseKeptDice((await db.settings.get(diceKey))?.value);
	const put = async (value: unknown): Promise<void> => {
		if (isSame(value, noDice)) await db.settings.delete(diceKey);
		else await db.settings.put({ key: diceKey, value });
	};
	return {
		observe: () => liveQuery(read),
		change: async (change) => {
			const { before, after } = await write([db.settings], async () => {
				const before = await read();
				const after = parseKeptDice(change(before));
				if (!isSame(before, after)) await put(after);
				return { before, after };
			});
			return () => write([db.settings], async () => put(fieldsTakenBack(await read(), before, after)));
		}
	};
}

export function createDrafts(db: EnvolDatabase, write: Write): DraftsRepository {
	return {
		read: (key) => db.drafts.get(key),
		save: (draft) =>
			write([db.drafts], async () => {
				await db.drafts.put(draft);
			}),
		clear: (key) => write([db.drafts], () => db.drafts.delete(key))
	};
}
