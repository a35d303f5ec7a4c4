import type { LocalDay } from './local-day';
import type { NoteId, PhotoId } from './note';

/** A note ready to be read anywhere: Envol's words in the language on screen, the person's texts as they are. */
export interface HtmlNote {
	id: NoteId;
	day: LocalDay;
	dayInWords: string;
	prompt?: string;
	text: string;
	/** The person's own tags, as one line. */
	tags?: string;
	/** Set for a letter that waits for its day: the line to show above it. The letter stays folded. */
	letter?: string;
	photos: readonly { id: PhotoId; alt: string }[];
	voice?: { id: string; words: string };
}

export interface HtmlWords {
	/** 'en-CA', 'fr-CA'. */
	locale: string;
	title: string;
	/** One paragraph each: when the page was made, for whom, and where help is. */
	lead: readonly string[];
	foot: readonly string[];
	/** Shown in place of a photo or a sound that can no longer be read. */
	notThere: string;
}

/** A placeholder for a photo or a sound; its bytes are read only when the page is written up to it. */
export interface Slot {
	kind: 'photo' | 'sound';
	id: string;
	html: (source: string | undefined) => string;
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Escapes text for HTML: no markup, no lone surrogates, no control characters except tab and new line. */
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

/** A data URL with these bytes; undefined for a type of file that is not allowed here. */
export function sourceOf(kind: Slot['kind'], type: string, base64: string): string | undefined {
	const [bare = ''] = type.split(';');
	return knownTypes[kind].test(bare) ? `data:${bare};base64,${base64}` : undefined;
}

// no script runs and nothing is requested: even if escaping had a fault, nothing could get through
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
 * A whole document that can be read anywhere, without a network, a script or Envol. It is produced in parts, so that
 * only one photo is in memory at a time. The person's texts are always escaped.
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
