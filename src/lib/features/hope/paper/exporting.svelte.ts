import type { Journal } from '../journal.svelte';
import type { Services } from '$lib/app/services.svelte';
import { paperNumbers } from '$lib/app/words/paper-numbers';
import { bannerFor } from '$lib/content/crisis-banner';
import { localeOf, type Lang } from '$lib/domain/language';
import { photosByNote } from '$lib/domain/photo';
import type { Translate } from '$lib/i18n';
import { dateInWords } from '$lib/i18n/formats';
import { saveFile } from '$lib/platform/download';
import { makeFile } from './export-file';
import { htmlNote } from './paper-words';

export type ExportState = 'idle' | 'making' | 'done' | 'stopped' | 'failed';

/** Makes the readable file, note by note; it can be stopped. */
export class Exporting {
	#services: Services;
	#journal: Journal;
	#state = $state.raw<ExportState>('idle');
	#done = $state.raw(0);
	#isStopped = false;

	constructor(services: Services, journal: Journal) {
		this.#services = services;
		this.#journal = journal;
	}

	get state(): ExportState {
		return this.#state;
	}

	/** How many notes are in the file so far. */
	get done(): number {
		return this.#done;
	}

	stop = (): void => {
		this.#isStopped = true;
	};

	async make(t: Translate, lang: Lang, hasPhotos: boolean): Promise<void> {
		const { clock, gate, preferences } = this.#services;
		const { today } = clock;
		this.#isStopped = false;
		this.#done = 0;
		this.#state = 'making';
		try {
			const storage = await gate.open();
			const photos = photosByNote(this.#journal.photos);
			const notes = this.#journal.all.toReversed().map((note) => {
				const whole = htmlNote(t, lang, note, photos.get(note.id) ?? [], today);
				const { voice: _, ...words } = whole;
				return hasPhotos ? whole : { ...words, photos: [] };
			});
			const numbers = paperNumbers(bannerFor(preferences.current.region));
			const file = await makeFile({
				words: {
					locale: localeOf[lang],
					title: t('hope-paper.shape.titleGiven'),
					lead: [
						t('hope-paper.export.madeOn', { date: dateInWords(lang, today) }),
						t('hope-paper.export.private')
					],
					foot: [
						t('hope-paper.export.help'),
						...numbers.map(({ what, display }) => `${t(`hope-paper.print.${what}`)} ${display}`)
					],
					notThere: t('hope-paper.export.notThere')
				},
				notes,
				storage,
				onNote: (done) => (this.#done = done),
				isStopped: () => this.#isStopped
			});
			if (file) saveFile(`${t('hope-paper.export.file')}-${today}.html`, file);
			this.#state = file ? 'done' : 'stopped';
		} catch {
			this.#state = 'failed';
		}
	}
}
