import type { LocalDay } from './local-day';
import type { NoteId, PhotoId } from './note';

/** A note made ready to be read anywhere: its words in the language on screen, texts of the person as they are. */
export interface HtmlNote {
	id: NoteId;
	day: LocalDay;
	dayInWords: string;
	prompt?: string;
	text: string;
	/** The person's own words to find it by, as one line. */
	tags?: string;
	/** A letter that waits for its day: what to say above it. It stays folded. */
	letter?: string;
	photos: readonly { id: PhotoId; alt: string }[];
	voice?: { id: string; words: string };
}

export interface HtmlWords {
	/** 'en-CA', 'fr-CA'. */
	locale: string;
	title: string;
	/** When it was made, for whom, and where help is: a paragraph each. */
	lead: readonly string[];
	foot: readonly string[];
	/** In the place of a photo or a sound that cannot be read any more. */
	notThere: string;
}

/** What stands where a photo or a sound comes; its bytes are read only when their turn has come. */
export interface Slot {
	kind: 'photo' | 'sound';
	id: string;
	html: (source: string | undefined) => string;
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as text, whatever is in it: no mark-up, no half letters, no control characters but tab and new line. */
export function escaped(text: string): string {
	return (
		text
			.replace(/[&<>"']/g, (mark) => marks[mark]!)
			.replace(/\p{Surrogate}/gu, '\ufffd')
			.replace(/\r\n?/g, '\n')
			// eslint-disable-next-line no-control-regex -- these are what is looked for
			.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd')
	);
}

const knownTypes: Record<Slot['kind'], RegExp> = {
	photo: /^image\/(?:jpeg|png|webp|gif|avif)$/,
	sound: /^audio\/[\w.+-]+$/
};

/** The address that carries the bytes inside itself; undefined for a kind of file that does not belong here. */
export function sourceOf(kind: Slot['kind'], type: string, base64: string): string | undefined {
	const [bare = ''] = type.split(';');
	return knownTypes[kind].test(bare) ? `data:${bare};base64,${base64}` : undefined;
}

// nothing runs, nothing is asked for: even a fault above would find the door closed
const policy = "default-src 'none'; img-src data:; media-src data:; style-src 'unsafe-inline'";
const style =
	':root{color-scheme:light dark}body{max-width:44rem;margin:0 auto;padding:1rem;font:1.125rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}' +
	'h1,h2{line-height:1.2}h2{font-size:1.2rem;margin:0 0 .5rem}article{margin:0 0 1.5rem;padding:1.25rem 0 0;border-top:1px solid}' +
	'.prompt{font-weight:600;margin:0 0 .5rem}.text,figcaption{white-space:pre-wrap;unicode-bidi:plaintext}.tags{font-size:.9rem}' +
	'figure{margin:1rem 0}img{max-width:100%;max-height:80vh;height:auto}summary{padding:.75rem 0;cursor:pointer}' +
	'@media print{body{max-width:none;padding:0;font-size:12pt}img{max-height:110mm}figure,h2,.prompt{break-inside:avoid}h2,.prompt{break-after:avoid}}';

const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${escaped(text)}</p>\n`).join('');

function* bodyOf(note: HtmlNote, { notThere }: HtmlWords): Generator<string | Slot> {
	if (note.prompt) yield `<p class="prompt">${escaped(note.prompt)}</p>\n`;
	if (note.text) yield `<div class="text" dir="auto">${escaped(note.text)}</div>\n`;
	for (const { id, alt } of note.photos)
		yield {
			kind: 'photo',
			id,
			html: (source) => {
				const seen = source ? `<img src="${source}" alt="${escaped(alt)}">` : `<p>${escaped(notThere)}</p>`;
				return `<figure>${seen}${alt ? `<figcaption dir="auto">${escaped(alt)}</figcaption>` : ''}</figure>\n`;
			}
		};
	if (note.voice) {
		const { id, words } = note.voice;
		yield {
			kind: 'sound',
			id,
			html: (source) =>
				`<p>${escaped(words)}</p>\n${source ? `<audio controls src="${source}"></audio>\n` : `<p>${escaped(notThere)}</p>\n`}`
		};
	}
	if (note.tags) yield `<p class="tags" dir="auto">${escaped(note.tags)}</p>\n`;
}

/**
 * A whole document that can be read anywhere, with no network, no script and no Envol: part by part, so that no more
 * than one photo has to be in memory at a time. Texts of the person stay text.
 */
export function* journalParts(words: HtmlWords, notes: Iterable<HtmlNote>): Generator<string | Slot> {
	const title = escaped(words.title);
	yield (
		`<!doctype html>\n<html lang="${escaped(words.locale)}">\n<head>\n<meta charset="utf-8">\n` +
		`<meta http-equiv="Content-Security-Policy" content="${policy}">\n` +
		`<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n` +
		`<title>${title}</title>\n<style>${style}</style>\n</head>\n<body>\n<header>\n<h1>${title}</h1>\n${paragraphs(words.lead)}</header>\n<main>\n`
	);
	for (const note of notes) {
		yield `<article>\n<h2><time datetime="${note.day}">${escaped(note.dayInWords)}</time></h2>\n`;
		if (note.letter) yield `<details><summary>${escaped(note.letter)}</summary>\n`;
		yield* bodyOf(note, words);
		yield note.letter ? '</details>\n</article>\n' : '</article>\n';
	}
	yield `</main>\n<footer>\n${paragraphs(words.foot)}</footer>\n</body>\n</html>\n`;
}
