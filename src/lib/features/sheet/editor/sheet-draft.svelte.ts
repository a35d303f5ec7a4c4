import type { SheetPresetId } from '$lib/content/sheet-preset-ids';
import type { HabitId } from '$lib/domain/habit';
import { hasExtras } from '$lib/domain/kept-sheet';
import type { Lang } from '$lib/domain/language';
import type { LocalDay } from '$lib/domain/local-day';
import {
	noExtras,
	tidyPrescription,
	type Extras,
	type Line,
	type PaperOnly,
	type Prescription
} from '$lib/domain/prescription';
import type { StepWish } from '$lib/domain/said';

/** A line in the editor; one that is switched off stays here and is not printed. */
export interface Row extends Line {
	key: string;
	isOn: boolean;
	/** What the person says of it, where their code says so. In memory only: no paper and no code takes it. */
	wish?: StepWish;
}

type Sheet = Extras & { lines: readonly Line[] };

/** Where a start or a code goes: after the existing rows, or in their place. */
export type BringWay = 'add' | 'replace';

interface Content {
	rows: readonly Row[];
	extras: Extras;
}

/** A sheet being written, held in memory only. */
export class SheetDraft {
	#lang: Lang;
	#newKey: () => string;
	#prepare: (sheet: Sheet) => Promise<void>;
	rows = $state.raw<readonly Row[]>([]);
	extras = $state.raw<Extras>(noExtras('en'));
	paper = $state.raw<PaperOnly>({});
	date = $state.raw<LocalDay>('' as LocalDay);
	/** Something was written or chosen. */
	isTouched = $state(false);
	/** The rows as a start left them, before anybody worked on them. */
	#untouched = $state.raw<readonly Row[]>([]);
	/** Somebody wrote or chose what is there: nothing replaces it without asking. */
	readonly hasWork: boolean = $derived(
		(this.rows !== this.#untouched && this.rows.length > 0) || hasExtras(this.extras)
	);
	/** Somebody chose the layout: a start leaves it alone. */
	#isLookChosen = false;
	readonly prescription: Prescription = $derived(
		tidyPrescription({ ...this.extras, date: this.date, lines: this.rows.filter(({ isOn }) => isOn) })
	);

	/** What else is printed on the paper. */
	readonly printed: PaperOnly = $derived({
		...this.paper,
		...(this.extras.reviewOn !== undefined &&
			this.prescription.reviewOn === undefined && { isReviewPast: true as const })
	});
	/**
	 * @param newKey gives each row a key of its own
	 * @param prepare loads the texts that rows need before they are shown
	 */
	constructor(lang: Lang, date: LocalDay, newKey: () => string, prepare: (sheet: Sheet) => Promise<void>) {
		this.#lang = lang;
		this.#newKey = newKey;
		this.#prepare = prepare;
		this.extras = noExtras(lang);
		this.date = date;
	}

	#row(line: Line): Row {
		return { ...line, key: this.#newKey(), isOn: true };
	}

	/** Whether the rows hold somebody's choices or words. */
	get hasRows(): boolean {
		return this.rows.length > 0 && this.rows !== this.#untouched;
	}

	/** Applies a ready-made start. Returns the undo. */
	startWith = async (preset: SheetPresetId, way: BringWay = 'replace'): Promise<() => void> => {
		const [{ suggestedLine }, { sheetPresets }] = await Promise.all([
			import('$lib/content/catalogue-numbers'),
			import('$lib/content/sheet-presets')
		]);
		const { ids, layout } = sheetPresets[preset];
		const lines = ids.flatMap((id) => suggestedLine(id) ?? []);
		// the six-petal start was chosen for its layout
		const takesLook = way === 'replace' && (layout === 'flower' || !this.#isLookChosen);
		const undo = await this.#bring(lines, takesLook ? { ...this.extras, layout } : this.extras, way);
		if (way === 'replace') this.#untouched = this.rows;
		return undo;
	};

	/**
	 * Applies what a code holds. Returns the undo.
	 * @param wishes what the person says of each line
	 */
	open = async (
		{ lines: plain, date, ...extras }: Prescription,
		way: BringWay = 'replace',
		wishes: readonly (StepWish | undefined)[] = []
	): Promise<() => void> => {
		const lines = plain.map((line, at) => (wishes[at] ? { ...line, wish: wishes[at] } : line));
		const { joinSheet } = await import('$lib/domain/join-sheet');
		const joined =
			way === 'add' ? joinSheet({ ...this.extras, date: this.date }, { ...extras, date }) : extras;
		const { langs, layout, ideas, agreements, signs, reviewOn } = joined;
		const undo = await this.#bring(
			lines,
			{ langs, layout, ideas, agreements, signs, ...(reviewOn && { reviewOn }) },
			way
		);
		this.#isLookChosen = true;
		return undo;
	};

	#bring = async (lines: readonly Line[], extras: Extras, way: BringWay): Promise<() => void> => {
		const [{ linesNotIn, rowsTakenBack, withWishes }] = await Promise.all([
			import('./taking-back'),
			this.#prepare({ ...extras, lines })
		]);
		const before: Content = { rows: this.rows, extras: this.extras };
		const [wasTouched, wasUntouched, wasLookChosen] = [this.isTouched, this.#untouched, this.#isLookChosen];
		this.rows =
			way === 'replace'
				? lines.map((line) => this.#row(line))
				: [...withWishes(this.rows, lines), ...linesNotIn(this.rows, lines).map((line) => this.#row(line))];
		this.extras = extras;
		this.isTouched = true;
		const after: Content = { rows: this.rows, extras: this.extras };
		return () => {
			const isAsItWas = this.rows === after.rows && this.extras === after.extras;
			this.rows = rowsTakenBack(this.rows, before.rows, after.rows);
			this.#takeBack(before.extras, after.extras);
			this.#isLookChosen = wasLookChosen;
			if (!isAsItWas) return;
			this.#untouched = wasUntouched;
			this.isTouched = wasTouched;
		};
	};

	/** Restores what is not a row as it was before a change; what was written since stays. */
	#takeBack(before: Extras, after: Extras): void {
		const { langs, layout, ideas, agreements, signs, reviewOn } = this.extras;
		const now = { langs, layout, ideas, agreements, signs, reviewOn };
		const fields = Object.keys(now) as (keyof Extras)[];
		this.extras = Object.fromEntries(
			fields.map((field) => [field, this.extras[field] === after[field] ? before[field] : this.extras[field]])
		) as unknown as Extras;
	}

	/** Loads a stored sheet; that does not count as writing. */
	load = (rows: readonly Row[], extras: Extras, date: LocalDay, paper: PaperOnly): void => {
		this.rows = rows;
		this.extras = extras;
		this.date = date;
		this.paper = paper;
		this.isTouched = false;
		this.#isLookChosen = rows.length > 0;
	};

	add = (line: Line): string => {
		const row = this.#row(line);
		this.rows = [...this.rows, row];
		this.isTouched = true;
		return row.key;
	};

	addOwn = (
		words: string,
		habit: HabitId,
		when: Partial<Pick<Line, 'moment' | 'frequency' | 'detail'>> = {}
	): string =>
		this.add({
			words,
			habit,
			isSmall: false,
			moment: 'any',
			frequency: { kind: 'daily' },
			times: 1,
			...when
		});

	edit = (key: string, change: Partial<Row>): void => {
		this.rows = this.rows.map((row) => (row.key === key ? { ...row, ...change } : row));
		this.isTouched = true;
	};

	/** Removes a row. Returns the undo, which puts it back in its place. */
	remove = (key: string): (() => void) => {
		const at = this.rows.findIndex((row) => row.key === key);
		const row = this.rows[at];
		this.rows = this.rows.filter((each) => each.key !== key);
		this.isTouched = true;
		return () => {
			if (row) this.rows = this.rows.toSpliced(at, 0, row);
		};
	};

	move = (key: string, by: -1 | 1): void => {
		const rows = [...this.rows];
		const from = rows.findIndex((row) => row.key === key);
		const [row] = rows.splice(from, 1);
		if (!row || from + by < 0 || from + by > rows.length) return;
		rows.splice(from + by, 0, row);
		this.rows = rows;
		this.isTouched = true;
	};

	change = (change: Partial<Extras>): void => {
		if (change.layout) this.#isLookChosen = true;
		this.extras = { ...this.extras, ...change };
		this.isTouched = true;
	};

	/** A removed date is not printed; the code keeps the previous one. */
	setDate = (date: LocalDay | undefined): void => {
		if (date) this.date = date;
		this.onPaper({ isUndated: date ? undefined : true });
	};

	onPaper = (change: Partial<PaperOnly>): void => {
		this.paper = { ...this.paper, ...change };
		this.isTouched = true;
	};

	/** Removes everything that was typed, except in the undo that it returns: once that is dropped, it is gone. */
	clear = (date: LocalDay): (() => void) => {
		const { rows, extras, paper, date: day } = this;
		const isLookChosen = this.#isLookChosen;
		this.rows = [];
		this.extras = noExtras(this.#lang);
		this.paper = {};
		this.date = date;
		this.isTouched = false;
		this.#untouched = [];
		this.#isLookChosen = false;
		return () => {
			this.load(rows, extras, day, paper);
			this.#isLookChosen = isLookChosen;
			this.isTouched = true;
		};
	};
}
