import { firstWords } from '../lib/app/words/note-words';
import { localDayOf, type LocalDay } from '../lib/domain/local-day';
import { isSealed, lockOf, type Note } from '../lib/domain/note';
import type { Photo } from '../lib/domain/photo';
import { knitting } from '../lib/domain/stitch';
import type { Words } from '../lib/features/hope/unsaved-words.svelte';
import { dateInWords } from './date-words';
import { copyOf, isTooLate, lang, place, type Place } from './place';

/** "2 photos": as it was written while building for one, for two, and for two thousand. */
function counted(say: Place['say'], name: string, count: number): string {
	if (count < 2) return say(`${name} 1`) ?? '';
	const between = /2(\D*)000/.exec(say(`${name} 2000`) ?? '')?.[1] ?? '';
	const number = String(count).replace(/\B(?=(\d{3})+$)/g, between);
	return (say(`${name} 2`) ?? '').replace('2', () => number);
}

/** Draws src/lib/features/hope/Stitches.svelte. */
function drawStitches({ template, say }: Place, count: number): Element {
	const figure = copyOf(template.querySelector('figure')!);
	const svg = figure.querySelector('svg')!;
	const { viewBox, free, strands } = knitting(count);
	const [ahead, ...yarns] = svg.querySelectorAll('path');
	svg.setAttribute('viewBox', viewBox);
	svg.setAttribute('aria-label', counted(say, 'stitches.drawn', count));
	ahead!.setAttribute('d', free);
	yarns.forEach((yarn, colour) => yarn.setAttribute('d', strands[colour]!));
	figure.querySelector('figcaption')!.textContent = counted(say, 'stitches.some', count);
	return figure;
}

/** Draws src/lib/features/hope/UnsavedCard.svelte; its button is pressed once the app is awake. */
function drawBegun({ template, say }: Place, all: readonly Words[]): Element {
	const section = copyOf(template.querySelector('#unsaved')!.parentElement!);
	const list = section.querySelector('ul')!;
	const sample = list.firstElementChild!;
	const rows = all.map(({ draft, note, photos }) => {
		const row = copyOf(sample);
		const [words, meta] = row.querySelectorAll('p');
		const answer = note.prompt && note.answer && say(`${note.prompt}.${note.answer}`);
		words!.textContent = firstWords(note.text) || answer || say('wordless')!;
		const [from, pictures, voice] = meta!.children;
		from!.textContent = say('from')!.replace('{date}', () =>
			dateInWords(lang(), localDayOf(new Date(draft.at)))
		);
		if (photos) pictures!.textContent = counted(say, 'note.photos', photos);
		else pictures!.remove();
		if (!note.voice) voice!.remove();
		const link = row.querySelector('a')!;
		link.href = link.getAttribute('href')!.replace(/#.*/, () => `#${note.id}`);
		const discard = row.querySelector('button')!;
		discard.id = `discard-${draft.key}`;
		discard.onclick = () => (window.envolEarlyPressed = discard.id);
		return row;
	});
	list.replaceChildren(...rows);
	return section;
}

/** The places of a note's first photos; the app shows them in it. */
function drawPhotos(row: Element, photos: readonly Photo[]): void {
	const [sample] = row.children;
	const places = photos.slice(0, 3).map(({ id, width, height }) => {
		const place = copyOf(sample!);
		place.setAttribute('data-photo', id);
		place.setAttribute('width', String(width));
		place.setAttribute('height', String(height));
		return place;
	});
	if (places.length > 0) row.replaceChildren(...places);
	else row.remove();
}

/** Draws src/lib/features/hope/NoteCard.svelte. */
function drawNote({ template, say }: Place, note: Note, photos: readonly Photo[], today: LocalDay): Element {
	const isClosed = isSealed(note, today);
	const row = copyOf(template.querySelectorAll('section:last-of-type li')[isClosed ? 1 : 0]!);
	const card = row.querySelector('article')!;
	// the colour of what it is about
	card.className = card.className.replace('of-hope', note.dimension ? `of-${note.dimension}` : '');
	const parts = [...row.querySelectorAll('p')];
	const put = (part: Element, text: string | undefined) => {
		if (text) part.textContent = text;
		else part.remove();
	};
	const [meta, ...rest] = parts;
	const [date, dimension, kept] = meta!.children;
	const day = dateInWords(lang(), note.day);
	put(date!, day);
	put(dimension!, note.dimension && say(note.dimension));
	if (!note.keptAt) kept!.remove();
	if (isClosed)
		rest[0]!.textContent = say('until')!.replace('{date}', () => dateInWords(lang(), note.openOn!));
	else {
		drawPhotos(row.querySelector('.photos')!, photos);
		put(rest[0]!, note.prompt && say(note.prompt));
		put(rest[1]!, note.prompt && note.answer && say(`${note.prompt}.${note.answer}`));
		if (note.text) rest[2]!.textContent = firstWords(note.text);
		else rest[2]!.remove();
	}
	const [attached, open] = rest.slice(-2);
	const [pictures, voice] = attached!.children;
	put(pictures!, photos.length > 0 ? counted(say, 'note.photos', photos.length) : undefined);
	if (!note.voice) voice!.remove();
	if (attached!.children.length === 0) attached!.remove();
	const link = open!.querySelector('a')!;
	link.id = `open-${note.id}`;
	link.href = link.getAttribute('href')!.replace(/#.*/, () => `#${note.id}`);
	link.querySelector('span')!.textContent = `, ${day}`;
	return row;
}

export function begin(): void {
	const here = place();
	void window.envolNotes?.then(([found, held]) => {
		if (!found || isTooLate()) return;
		const begun = found.drafts.filter(({ draft }) => !held?.includes(lockOf(draft.key)));
		const today = localDayOf(new Date());
		const section = copyOf(here.template.querySelector('section:last-of-type')!);
		section
			.querySelector('ul')!
			.replaceChildren(...found.notes.map((note, i) => drawNote(here, note, found.photos[i] ?? [], today)));
		const [top, below] = here.parts;
		top!.append(drawStitches(here, found.stitches));
		if (begun.length > 0) top!.append(drawBegun(here, begun));
		below!.append(section);
		here.isShown();
	});
}
