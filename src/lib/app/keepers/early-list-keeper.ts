import { get } from 'svelte/store';
import { lookBackFrom } from '$lib/domain/day-list';
import { earlyListOf } from '$lib/domain/early-list';
import { isHardDay, type HardDay } from '$lib/domain/hard-day';
import type { Day } from '$lib/domain/day';
import type { Lang } from '$lib/domain/language';
import type { LocalDay } from '$lib/domain/local-day';
import type { Step } from '$lib/domain/step';
import { langOnScreen, loadMessages, t } from '$lib/i18n';
import { dayInWords } from '$lib/i18n/formats';
import { dayOf, today } from '$lib/platform/clock';
import { loadDrawings } from '$lib/platform/load-drawings';
import { keepEarlyList } from '$lib/platform/early-list';
import { whenIdle } from '$lib/platform/idle';
import { hadData, mirroredHardDay } from '$lib/platform/mirror';
import { createVeil, newVeilKey, type Veil } from '$lib/platform/veil';
import type { Storage } from '$lib/storage/types';
import {
	areActivitiesThere,
	loadActivities,
	pictogramOf,
	rowDetailOf,
	titleOf
} from '$lib/app/words/step-words';

/**
 * Keeps the early list as storage says, from now on: after each change, in this tab or another, once the page is idle, and
 * at once when it is left. Storage that closes is followed no more.
 */
export function followForEarlyList(storage: Storage): () => void {
	let steps: readonly Step[] | undefined;
	let records: readonly Day[] | undefined;
	let hardDay: HardDay | undefined;
	let since: LocalDay | undefined;
	/** The language whose words are loaded. */
	let said: Lang | undefined;
	let veil: Veil | undefined;
	/** None, where there is no offline copy yet: then the list asks for their file, as any other does. */
	let drawings: Awaited<ReturnType<typeof loadDrawings>> | undefined;
	let isDue = false;
	let isOver = false;
	const subscriptions: { unsubscribe: () => void }[] = [];
	let days: { unsubscribe: () => void } | undefined;

	const write = () => {
		const lang = langOnScreen();
		if (!isDue || isOver || !steps || !records || !hardDay || !veil || said !== lang) return;
		isDue = false;
		// everything was erased: nothing of it may come back
		if (!hadData()) return;
		const words = get(t);
		const isKept = keepEarlyList(
			earlyListOf(
				{
					steps,
					records,
					today: today(),
					isHardDay: isHardDay(hardDay, mirroredHardDay()),
					landing: hardDay.readyAt === undefined ? undefined : dayOf(hardDay.readyAt)
				},
				{
					lang,
					row: (step) => ({
						title: titleOf(words, step),
						icon: pictogramOf(step),
						details: Array.from({ length: step.times === 1 ? 1 : step.times + 1 }, (_, done) =>
							rowDetailOf(words, step, done)
						)
					}),
					day: (day) => dayInWords(lang, day),
					drawings
				}
			),
			veil
		);
		if (!isKept) changed();
	};
	async function bringWords(lang: Lang): Promise<void> {
		await loadMessages(lang, ['today', 'habits']);
		if (!areActivitiesThere(lang) && steps?.some((step) => step.activity !== undefined))
			await loadActivities(lang);
		if (!drawings?.size) drawings = await loadDrawings();
		said = lang;
	}
	const changed = () => {
		isDue = true;
		whenIdle(() => {
			const lang = langOnScreen();
			// without its words the list waits for the app
			void bringWords(lang).then(write, () => undefined);
		}, 1000);
	};
	const followDays = (from: LocalDay) => {
		if (since === from) return;
		since = from;
		days?.unsubscribe();
		days = storage.days.observeBetween(from, today()).subscribe({
			next: (latest) => {
				records = latest;
				changed();
			},
			error: stop
		});
	};
	subscriptions.push(
		storage.plan.observe().subscribe({
			next: (latest) => {
				steps = latest;
				followDays(lookBackFrom(latest, today(), dayOf));
				changed();
			},
			error: stop
		}),
		storage.hardDay.observe().subscribe({
			next: (latest) => {
				hardDay = latest;
				changed();
			},
			error: stop
		})
	);
	storage.settings
		.veilKey(newVeilKey)
		.then(createVeil)
		.then(
			(made) => {
				veil = made;
				changed();
			},
			// nothing waits in the page then
			() => undefined
		);
	addEventListener('pagehide', write);
	document.addEventListener('visibilitychange', write);

	function stop(): void {
		isOver = true;
		forget();
		days?.unsubscribe();
		for (const subscription of subscriptions) subscription.unsubscribe();
		removeEventListener('pagehide', write);
		document.removeEventListener('visibilitychange', write);
	}
	// many screens come and go with one storage
	const forget = storage.onClosed(stop);
	return stop;
}
