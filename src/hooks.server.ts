import type { Handle } from '@sveltejs/kit';
import boot from './boot.js?raw';
import { bootScript, shortened } from './boot-script.js';
import { createHash } from 'node:crypto';
import pictograms from '../static/pictograms.svg?raw';
import spots from '../static/spots.svg?raw';
import { render } from 'svelte/server';
import list from './early-list.js?raw';
import firstRead from './early/first-read.ts?inlined';
import later from './early/later.ts?inlined';
import laterRead from './early/later-read.ts?inlined';
import notes from './early/notes.ts?inlined';
import notesRead from './early/notes-read.ts?inlined';
import steps from './early/steps.ts?inlined';
import stepsRead from './early/steps-read.ts?inlined';
import visitor from './early/visitor.ts?inlined';
import { isLang, localeOf, type Lang } from '$lib/domain/language';
import EarlyLater from '$lib/features/dice/EarlyLater.svelte';
import EarlyNotes from '$lib/features/hope/EarlyNotes.svelte';
import EarlySteps from '$lib/features/plan/EarlySteps.svelte';
import EarlyRows from '$lib/features/today/EarlyRows.svelte';
import { setLang } from '$lib/i18n';
import { idBegins } from '$lib/ui/drawings';
import { doors, pageAt } from '$pages';

/** The one small script for pages without the app's. */
const plainScript = import.meta.env.DEV ? '/src/plain-pages.ts' : '/_app/plain-pages.js';

/** What a page shows of the person's own before the app is awake: rows drawn while building, and the script that fills them. */
interface Early {
	rows: (lang: Lang) => string;
	script: string;
	/** A script that begins to read before any file of the page is asked for: a script after a style waits for that style. */
	first?: string;
}
const earlyOf: Record<string, Early> = {
	'today/': { rows: () => render(EarlyRows).body, script: shortened(list), first: firstRead },
	'dice/': { rows: () => render(EarlyLater).body, script: later, first: laterRead },
	'hope/': { rows: (lang) => render(EarlyNotes, { props: { lang } }).body, script: notes, first: notesRead },
	'plan/': { rows: (lang) => render(EarlySteps, { props: { lang } }).body, script: steps, first: stepsRead }
};
const hashOf = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
/** The policy of the page names these scripts too. */
const allowing = (html: string, ...scripts: string[]) =>
	html.replace("script-src 'self'", (policy) => [policy, ...scripts.map(hashOf)].join(' '));
const earlyPlace = /(<div id="early"[^>]*>)<\/div>/;

/** Gives a page the rows and the script of what it shows early; the policy names each script. */
function withEarly(html: string, lang: Lang, { rows, script, first }: Early): string {
	setLang(lang);
	// a long line in a drawing is one that the script draws itself
	const template = rows(lang)
		.replace(/<!--.*?-->/g, '')
		.replace(/ d="[^"]{500,}"/g, ' d=""');
	return allowing(html, script, ...(first ? [first] : []))
		.replace(/<link href="\/_app|<\/head>/, (at) => (first ? `<script>${first}</script>${at}` : at))
		.replace(
			earlyPlace,
			(_, start: string) => `${start}<template>${template}</template><script>${script}</script></div>`
		);
}

const drawings = { pictograms, spots };

/** Puts the drawings that a page shows into the page, so that its first screen waits for none of their files. */
function withDrawings(html: string): string {
	const found = new Map<string, string>();
	const there = html.replace(
		/ href="\/(pictograms|spots)\.svg#([\w-]+)"/g,
		(_, file: keyof typeof drawings, name: string) => {
			const id = idBegins[file] + name;
			const drawing = new RegExp(`<(g|symbol) id="${name}".*?</\\1>`, 's').exec(drawings[file])?.[0];
			if (!drawing) throw new Error(`no drawing named ${name} in ${file}.svg`);
			found.set(id, drawing.replace(`id="${name}"`, `id="${id}"`));
			return ` href="#${id}"`;
		}
	);
	return there.replace(
		/<body[^>]*>/,
		(body) => `${body}<svg class="drawings" aria-hidden="true">${[...found.values()].join('')}</svg>`
	);
}

/** Runs at build time only: writes each page's language and the boot script (allowed by its hash in the policy). */
export const handle: Handle = ({ event, resolve }) => {
	const lang = isLang(event.params.lang) ? event.params.lang : 'en';
	const { pathname } = event.url;
	const page = pageAt(pathname);
	const early = earlyOf[page?.path ?? ''];
	const isPlain =
		page?.isPlain || doors.includes(pathname.slice(1)) || ['/erase/', '/numbers/'].includes(pathname);
	// an unknown page, and a door, have no bar of pages
	const frame = page ? (page.frame ?? 'tabs') : 'alone';
	// a visitor session begins before everything else on its first page
	const isFirst = page?.path === '';
	const scripts = [
		...(isFirst ? [`<script>${visitor}</script>`] : []),
		`<script>${bootScript(boot)}</script>`,
		...(isPlain ? [`<script type="module" src="${plainScript}"></script>`] : [])
	].join('\n\t\t');
	return resolve(event, {
		transformPageChunk: ({ html }) => {
			// hydration markers are useless where the app's script does not run
			const own = isPlain
				? html.replace(/<!--.*?-->/g, '')
				: early
					? withEarly(html, lang, early)
					: isFirst
						? allowing(html, visitor)
						: html;
			return (
				(early || frame === 'calm' ? withDrawings(own) : own)
					.replace('%envol.lang%', localeOf[lang])
					.replace('%envol.boot%', () => scripts)
					.replace('%envol.frame%', frame)
					// where quick hide leads, the tab says nothing of Envol either
					.replace(/\/(favicon|manifest)\./g, (name, file: string) =>
						pathname === '/numbers/' ? name.replace(file, 'plain') : name
					)
			);
		}
	});
};
