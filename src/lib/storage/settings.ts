import { Dexie } from 'dexie';
import { parsePreferences } from '$lib/domain/preferences';
import type { EnvolDatabase } from './database';
import { saveLate } from './late-draft';
import { veilKey } from './lock-keys';
import { reasonOf } from './storage-error';
import type { DraftsRepository, LastWordsPlace, SettingsRepository } from './types';
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
			}),
		veilKey: async (make) => {
			const kept = async () => (await db.settings.get(veilKey))?.value as string | undefined;
			return (
				(await kept()) ??
				// another tab may be making one too
				write([db.settings], async () => {
					const value = (await kept()) ?? make();
					await db.settings.put({ key: veilKey, value });
					return value;
				})
			);
		}
	};
}

/** @param last where words go first when the page may be gone before the database answers */
export function createDrafts(db: EnvolDatabase, write: Write, last?: LastWordsPlace): DraftsRepository {
	return {
		read: (key) => db.drafts.get(key),
		list: async (prefix) =>
			(await db.drafts.where('key').startsWith(prefix).toArray()).sort((a, b) => b.at - a.at),
		save: async (draft) => {
			last?.leave(draft);
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
				await saveLate(db, draft);
			}
			last?.taken(draft.key);
		},
		clear: async (key) => {
			await write([db.drafts], () => db.drafts.delete(key));
			last?.taken(key);
		}
	};
}

/** Puts the words that pages left behind into the drafts, unless those have later ones. */
export async function takeLastWords(db: EnvolDatabase, write: Write, last: LastWordsPlace): Promise<void> {
	for (const draft of last.all()) {
		await write([db.drafts], async () => {
			const kept = await db.drafts.get(draft.key);
			if (!kept || kept.at <= draft.at) await db.drafts.put(draft);
		});
		last.taken(draft.key);
	}
}
