import type { Preferences } from '$lib/domain/preferences';
import { now } from '$lib/platform/clock';
import { keptValue } from '$lib/platform/kept-value';
import { copyText } from '$lib/platform/copy';
import { mirroredLock, mirrorPreferences } from '$lib/platform/mirror';

/** In for 4 seconds, out for 6: a longer breath out is calming. It stops after eight breaths. */
const breaths = 8;
const inSeconds = 4;
const breathSeconds = 10;

function each<T extends Element>(
	selector: string,
	act: (element: T) => void,
	within: ParentNode = document
): void {
	within.querySelectorAll<T>(selector).forEach(act);
}

/** Adds a "Copy" button beside each number, for a computer that cannot call. */
function wakeCopies(): void {
	const pattern = document.querySelector<HTMLTemplateElement>('#copy-pattern')?.content.firstElementChild;
	if (!pattern || !matchMedia('(hover: hover) and (pointer: fine)').matches) return;
	each<HTMLAnchorElement>('main a[data-copy]', (link) => {
		const number = link.dataset.copy ?? '';
		const button = pattern.cloneNode(true) as HTMLButtonElement;
		const words = button.textContent;
		const said = document.createElement('span');
		said.className = 'visually-hidden';
		said.textContent = ` ${number}`;
		button.append(said);
		button.addEventListener('click', async () => {
			if (!(await copyText(number))) return;
			button.firstChild!.textContent = button.dataset.done ?? '';
			setTimeout(() => (button.firstChild!.textContent = words), 4000);
		});
		link.after(button);
	});
}

/** Shows one calm line at a time; without this script all are visible. */
function wakeLines(): void {
	const list = document.querySelector('#calm-lines');
	const another = document.querySelector('#another-line');
	if (!list || !another) return;
	let shown = 0;
	const lines = [...list.children] as HTMLElement[];
	const show = () => lines.forEach((line, index) => (line.hidden = index !== shown));
	another.addEventListener('click', () => {
		shown = (shown + 1) % lines.length;
		show();
	});
	show();
}

function wakeBreathing(): void {
	const box = document.querySelector<HTMLElement>('#breathe');
	const now = box?.querySelector<HTMLElement>('.now');
	const start = box?.querySelector<HTMLButtonElement>('.start');
	const stop = box?.querySelector<HTMLButtonElement>('.stop');
	if (!box || !now || !start || !stop) return;
	let timer: ReturnType<typeof setInterval> | undefined;
	let seconds = 0;
	const show = () => {
		const isIn = seconds % breathSeconds < inSeconds;
		const words = (isIn ? now.dataset.in : now.dataset.out) ?? '';
		if (now.textContent !== words) now.textContent = words;
		box.dataset.breath = isIn ? 'in' : 'out';
	};
	const end = (focus: boolean) => {
		clearInterval(timer);
		delete box.dataset.breath;
		now.textContent = '';
		start.hidden = false;
		stop.hidden = true;
		if (focus) start.focus();
	};
	start.addEventListener('click', () => {
		seconds = 0;
		start.hidden = true;
		stop.hidden = false;
		stop.focus();
		show();
		timer = setInterval(() => {
			seconds += 1;
			if (seconds >= breaths * breathSeconds) end(false);
			else show();
		}, 1000);
	});
	stop.addEventListener('click', () => end(true));
}

/** The original banner, to be restored when the person turns out to be in Canada. */
let rowForCanada: Node | undefined;

function restoreBanner(): void {
	const row = document.querySelector('aside .canada');
	rowForCanada ??= row?.cloneNode(true);
	if (row && rowForCanada) row.replaceWith(rowForCanada.cloneNode(true));
}

/** Shows the banner of another country: its emergency number and a help line, taken from the list on this page. */
function showAbroad(place: HTMLElement): void {
	const own = [...place.querySelectorAll<HTMLAnchorElement>('a[data-copy]')];
	/** "Call" and "Text", as the row has them. */
	const verbs = new Map<string, string>();
	each<HTMLAnchorElement>('aside .canada a', (link) =>
		verbs.set(link.protocol, link.firstElementChild!.textContent)
	);
	each<HTMLAnchorElement>('aside .canada a', (link) => {
		const from = own.shift();
		link.parentElement!.hidden = !from;
		if (!from) return;
		link.href = from.href;
		link.lastElementChild!.textContent = from.dataset.copy ?? '';
		link.firstElementChild!.textContent = verbs.get(from.protocol) ?? '';
	});
}

/** Quebec's own urgent lines, folded where nobody said where they live. */
function openQuebec(isOpen: boolean): void {
	each<HTMLDetailsElement>('.help-quebec', (lines) => (lines.open = isOpen));
}

/** What is folded would not be printed. */
function openForPaper(): void {
	each<HTMLDetailsElement>('.help-urgent details', (lines) => (lines.open = true));
}

function isAbroad(region: string | undefined): boolean {
	return region !== undefined && !region.startsWith('CA');
}

/**
 * Moves the lines of the person's place to the front and opens them: to the very top outside Canada, where 9-1-1 may
 * not work.
 */
function showPlace(region: string | undefined): void {
	const places = document.querySelector('#places');
	const slot = document.querySelector(isAbroad(region) ? '#abroad-place' : '#own-place');
	if (!places || !slot) return;
	restoreBanner();
	each<HTMLElement>('#own-place > details, #abroad-place > details', (place) => places.append(place));
	each<HTMLElement>('#places h4', (name) => name.removeAttribute('aria-level'));
	openQuebec(region === 'CA-QC');
	const own = region ? document.getElementById(region) : null;
	if (!(own instanceof HTMLDetailsElement)) return;
	// Quebec's urgent lines stand above already
	own.open = region !== 'CA-QC';
	slot.append(own);
	// after moving, no heading comes between those lines and the title of their section
	each<HTMLElement>('h4', (name) => name.setAttribute('aria-level', '3'), own);
	if (isAbroad(region)) showAbroad(own);
}

function wakePlace(preferences: Preferences): void {
	const select = document.querySelector<HTMLSelectElement>('#place select');
	if (!select) return;
	select.value = preferences.region ?? '';
	showPlace(preferences.region);
	select.addEventListener('change', () => {
		const { region: _, ...others } = preferences;
		const region = select.value || undefined;
		mirrorPreferences({ ...others, ...(region && { region }), at: now() });
		if (region) document.documentElement.dataset.region = region;
		else delete document.documentElement.dataset.region;
		showPlace(region);
	});
}

/** Remembers the language of this page, as every page does. */
function rememberLanguage(preferences: Preferences): Preferences {
	const lang = document.documentElement.lang.slice(0, 2);
	if (lang !== 'en' && lang !== 'fr') return preferences;
	const remembered = { ...preferences, lang } satisfies Preferences;
	if (preferences.lang !== lang) mirrorPreferences(remembered);
	return remembered;
}

/** Opens the place that the address links to, '#CA-ON'. */
function openLinked(): void {
	const linked = location.hash ? document.getElementById(location.hash.slice(1)) : null;
	if (!(linked instanceof HTMLDetailsElement)) return;
	each<HTMLDetailsElement>('.help-places', (places) => (places.open ||= places.contains(linked)));
	linked.open = true;
	linked.scrollIntoView();
}

/** Adds the person's own people below the public lines, if there are any, or says that they are under a lock; Help never waits for them. */
async function wakePeople(): Promise<void> {
	const slot = document.querySelector<HTMLElement>('#my-people');
	if (!slot) return;
	const isSealed = mirroredLock();
	for (const part of slot.querySelectorAll<HTMLElement>('ul, small, .link'))
		part.hidden = part.matches('.link') !== isSealed;
	if (isSealed) return void (slot.hidden = false);
	const kept = await keptValue('people');
	if (!kept) return;
	const { showPeople } = await import('./own-people');
	showPeople(slot, kept);
}

/** Does nothing on a page other than Help. */
export function wakeHelp(preferences: Preferences): void {
	if (!document.querySelector('#places')) return;
	wakePlace(rememberLanguage(preferences));
	wakeCopies();
	wakeLines();
	wakeBreathing();
	addEventListener('beforeprint', openForPaper);
	addEventListener('hashchange', openLinked);
	openLinked();
	const people = () => void wakePeople().catch(() => undefined);
	// updated when the person comes back to a page from the back/forward cache
	addEventListener('pageshow', people);
	if (document.readyState === 'complete') people();
}
