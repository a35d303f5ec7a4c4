import { Dexie } from 'dexie';
import { parsePreferences } from '$lib/domain/preferences';
import type { EnvolDatabase } from './database';
import { saveLate } from './late-draft';
import { reasonOf } from './storage-error';
import type { DraftsRepository, SettingsRepository } from './types';
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

export function createDrafts(db: EnvolDatabase, write: Write): DraftsRepository {
	return {
		read: (key) => db.drafts.get(key),
		list: async (prefix) =>
			(await db.drafts.where('key').startsWith(prefix).toArray()).sort((a, b) => b.at - a.at),
		save: async (draft) => {
			try {
				await write([db.drafts], async () => {
					const saving = db.drafts.put(draft);
					// commits at once: the page may go before it hears that the write is done, and some browsers then
					// abort the transaction
					const { parent, idbtrans } = Dexie.currentTransaction;
					if (!parent) idbtrans.commit?.();
					await saving;
				});
			} catch (error) {
				if (reasonOf(error) !== 'newer') throw error;
				await saveLate(db.name, draft);
			}
		},
		clear: (key) => write([db.drafts], () => db.drafts.delete(key))
	};
}
