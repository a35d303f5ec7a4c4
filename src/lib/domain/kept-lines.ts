import type { Instant } from './local-day';
import { eachOnce, fieldsOf, idOf, instantOf, listOf, present, trueOf, wordsFrom } from './parse';
import { tidyWords } from './step';

/** A sentence that helps: the person's own, or one that Envol offers. */
export interface Line {
	id: string;
	words: string;
	at: Instant;
	/** Chosen for the wallet card. */
	isOnCard?: true;
}

/** "My own lines": one record, parsed field by field, in the person's order. */
export interface KeptLines {
	lines: readonly Line[];
}

export const noLines: KeptLines = { lines: [] };
/** In characters: short enough for one breath. */
export const longestLine = 200;
export const mostLines = 100;
/** The most lines that fit on a wallet card. */
export const mostOnCard = 3;

function parseLine(value: unknown): Line | undefined {
	const given = fieldsOf(value);
	const [id, words] = [idOf(given.id), wordsFrom(given.words, longestLine)];
	if (!id || !words) return undefined;
	return { id, words, at: instantOf(given.at) ?? 0, ...present({ isOnCard: trueOf(given.isOnCard) }) };
}

export function parseKeptLines(value: unknown): KeptLines {
	return { lines: eachOnce(listOf(fieldsOf(value).lines, parseLine)).slice(0, mostLines) };
}

/** Adds a line at the front; equal words appear once. */
export function withLine(kept: KeptLines, line: Line): KeptLines {
	const words = tidyWords(line.words, longestLine);
	if (!words || kept.lines.some((other) => other.words === words)) return kept;
	return { lines: [{ ...line, words }, ...kept.lines].slice(0, mostLines) };
}

export function withoutLine(kept: KeptLines, id: string): KeptLines {
	return { lines: kept.lines.filter((line) => line.id !== id) };
}

/** Puts a line on the card or takes it off; on a full card it replaces the one that was there longest. */
export function withOnCard(kept: KeptLines, id: string, isOn: boolean): KeptLines {
	const others = kept.lines.filter((line) => line.isOnCard && line.id !== id);
	const full = isOn && others.length >= mostOnCard ? others.at(-1)?.id : undefined;
	return {
		lines: kept.lines.map((line) => {
			if (line.id !== id && line.id !== full) return line;
			const { isOnCard: _, ...off } = line;
			return line.id === id && isOn ? { ...off, isOnCard: true } : off;
		})
	};
}
