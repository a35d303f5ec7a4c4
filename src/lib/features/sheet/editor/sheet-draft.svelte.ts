import { sheetPresets, type SheetPresetId } from '$lib/content/sheet-presets';
import type { HabitId } from '$lib/domain/habit';
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

/** A line in the editor: switched off, it stays here and is not printed. */
export interface Row extends Line {
	key: string;
	isOn: boolean;
}

type Sheet = Extras & { lines: readonly Line[] };

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
	readonly prescription: Prescription = $derived(
		tidyPrescription({ ...this.extras, date: this.date, lines: this.rows.filter(({ isOn }) => isOn) })
	);

	/**
	 * @param newKey gives each row a key of its own
	 * @param prepare brings in the texts that rows need before they are shown
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

	/** The rows of a ready-made start take the place of those that are there. */
	startWith = async (preset: SheetPresetId): Promise<void> => {
		const { suggestedLine } = await import('$lib/content/codes');
		const { ids, layout } = sheetPresets[preset];
		const lines = ids.flatMap((id) => suggestedLine(id) ?? []);
		const extras = { ...this.extras, layout };
		await this.#prepare({ ...extras, lines });
		this.rows = lines.map((line) => this.#row(line));
		this.extras = extras;
		this.isTouched = true;
	};

	/** What a code holds takes the place of what is there. */
	open = async ({ lines, date: _, ...extras }: Prescription): Promise<void> => {
		await this.#prepare({ ...extras, lines });
		this.rows = lines.map((line) => this.#row(line));
		this.extras = extras;
		this.isTouched = true;
	};

	/** What was kept before; nothing was written yet. */
	load = (rows: readonly Row[], extras: Extras, date: LocalDay, paper: PaperOnly): void => {
		this.rows = rows;
		this.extras = extras;
		this.date = date;
		this.paper = paper;
		this.isTouched = false;
	};

	add = (line: Line): string => {
		const row = this.#row(line);
		this.rows = [...this.rows, row];
		this.isTouched = true;
		return row.key;
	};

	addOwn = (words: string, habit: HabitId): string =>
		this.add({ words, habit, isSmall: false, moment: 'any', frequency: { kind: 'daily' }, times: 1 });

	edit = (key: string, change: Partial<Row>): void => {
		this.rows = this.rows.map((row) => (row.key === key ? { ...row, ...change } : row));
		this.isTouched = true;
	};

	/** Gives the way to put it back where it was. */
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
		this.extras = { ...this.extras, ...change };
		this.isTouched = true;
	};

	setDate = (date: LocalDay): void => {
		this.date = date;
		this.isTouched = true;
	};

	onPaper = (change: Partial<PaperOnly>): void => {
		this.paper = { ...this.paper, ...change };
		this.isTouched = true;
	};

	/** Nothing of what was typed stays. */
	clear = (date: LocalDay): void => {
		this.rows = [];
		this.extras = noExtras(this.#lang);
		this.paper = {};
		this.date = date;
		this.isTouched = false;
	};
}
