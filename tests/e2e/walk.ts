import type { Page } from '@playwright/test';

/** Runs once in each page: what stands in the way of somebody who goes from place to place by keyboard. */
function walker(): void {
	const selector = 'a[href], button, input, select, textarea, summary, audio[controls], [tabindex="0"]';
	/** Where the keyboard can go, in order: of a group of radios only the one that is chosen, or its first. */
	function stops(): HTMLElement[] {
		const modal = document.querySelector<HTMLElement>('dialog:modal');
		const all = [...(modal ?? document).querySelectorAll<HTMLElement>(selector)].filter(
			(element) =>
				!element.matches(':disabled, [tabindex="-1"]') &&
				!element.closest('[inert]') &&
				element.checkVisibility({ visibilityProperty: true }) &&
				element.getClientRects().length > 0
		);
		return all.filter((element) => {
			if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
			const group = all.filter(
				(other): other is HTMLInputElement =>
					other instanceof HTMLInputElement && other.type === 'radio' && other.name === element.name
			);
			return element === (group.find(({ checked }) => checked) ?? group[0]);
		});
	}
	/** What a person sees of it: a box that is drawn by its label counts with the label. */
	function boxOf(element: HTMLElement): { box: DOMRect; owners: Element[] } {
		const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
		const own = element.getBoundingClientRect();
		const isHidden = own.width < 4 || own.height < 4 || getComputedStyle(element).opacity === '0';
		const box = isHidden && labels[0] ? labels[0].getBoundingClientRect() : own;
		return { box, owners: [element, ...labels] };
	}
	/** Nothing of it can be seen: all of it lies under something else, or outside the screen. */
	function isCovered(element: HTMLElement): boolean {
		const { box, owners } = boxOf(element);
		for (const across of [0.1, 0.3, 0.5, 0.7, 0.9])
			for (const down of [0.1, 0.5, 0.9]) {
				const x = box.left + box.width * across;
				const y = box.top + box.height * down;
				if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
				const hit = document.elementFromPoint(x, y);
				if (hit && owners.some((owner) => owner.contains(hit) || hit.contains(owner))) return false;
			}
		return true;
	}
	function named(element: Element): string {
		const words = (element.getAttribute('aria-label') ?? element.textContent).replace(/\s+/g, ' ').trim();
		return `${element.localName}${element.id ? `#${element.id}` : ''} "${words.slice(0, 40)}"`;
	}
	/** From place to place, as fast as the page can: forward, then backward. */
	async function walk(): Promise<{ wrong: string[]; count: number }> {
		const wrong: string[] = [];
		let count = 0;
		for (const way of ['forward', 'backward']) {
			const places = stops();
			if (way === 'backward') places.reverse();
			for (const element of places) {
				if (!element.isConnected || !element.checkVisibility()) continue;
				element.focus();
				count += 1;
				if (document.activeElement !== element) wrong.push(`${way}, lost: ${named(element)}`);
				else if (isCovered(element)) {
					// what fits itself to the size does so in the frame after
					await new Promise(requestAnimationFrame);
					if (isCovered(element)) wrong.push(`${way}, covered: ${named(element)}`);
				}
			}
			(document.activeElement as HTMLElement | null)?.blur();
			scrollTo(0, 0);
		}
		return { wrong, count };
	}
	function sideways(): string[] {
		const width = document.documentElement.clientWidth;
		if (document.scrollingElement!.scrollWidth <= width) return [];
		const wide = [...document.querySelectorAll('body *')].find(
			(element) => element.getBoundingClientRect().right > width + 1 && !element.closest('.visually-hidden')
		);
		return [`scrolls sideways: ${wide?.outerHTML.slice(0, 160)}`];
	}
	/** Where the keyboard really went, told by the test: nothing may be left out, nothing may hold on to it. */
	let places: HTMLElement[] = [];
	let same = 0;
	let nothingNew = 0;
	const seen = new Set<Element>();
	let last: Element | null = null;
	function begin(): number {
		places = stops();
		seen.clear();
		same = 0;
		nothingNew = 0;
		last = null;
		return places.length;
	}
	function step(): { isOver: boolean; wrong: string[] } {
		const now = document.activeElement;
		const isOut = !now || now === document.body || now === document.documentElement;
		const isNew = !isOut && !seen.has(now);
		if (isNew) nothingNew = 0;
		else if (now !== last) nothingNew += 1;
		// past the last place the keyboard leaves the page, or begins again. From outside it may need a step to come in, and
		// one step back may lead to Undo and from there to where it came from
		if ((isOut && seen.size > 0) || nothingNew > 3) {
			const missed = places.filter(
				(place) => place.isConnected && place.checkVisibility() && !seen.has(place)
			);
			return { isOver: true, wrong: missed.map((place) => `not reached: ${named(place)}`) };
		}
		if (isOut) return { isOver: false, wrong: [] };
		same = now === last ? same + 1 : 0;
		last = now;
		seen.add(now);
		// a date and a player have several places inside
		if (same > 12) return { isOver: true, wrong: [`holds on to the keyboard: ${named(now)}`] };
		return {
			isOver: false,
			wrong: same === 0 && isCovered(now as HTMLElement) ? [`covered: ${named(now)}`] : []
		};
	}
	Object.assign(globalThis, { walker: { walk, sideways, begin, step } });
}

interface Walker {
	walk: () => Promise<{ wrong: string[]; count: number }>;
	sideways: () => string[];
	begin: () => number;
	step: () => { isOver: boolean; wrong: string[] };
}
type Known = typeof globalThis & { walker: Walker };

/** Gives the page what the walks below need. */
export async function prepareWalk(page: Page): Promise<void> {
	await page.evaluate(walker);
}

/** Every place in both directions, by script: where the focus is, something of it can be seen. */
export async function walkBothWays(page: Page): Promise<{ wrong: string[]; count: number }> {
	return page.evaluate(async () => {
		// what fits itself to a new size does so in the frame after
		for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
		const { walk, sideways } = (globalThis as Known).walker;
		const { wrong, count } = await walk();
		return { wrong: [...sideways(), ...wrong], count };
	});
}

/** What makes the page scroll sideways. */
export async function whatSticksOut(page: Page): Promise<string[]> {
	return page.evaluate(async () => {
		for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
		return (globalThis as Known).walker.sideways();
	});
}

/** With the real key, from one end of the page to the other. */
export async function walkByKey(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<string[]> {
	const found: string[] = [];
	// after a click, the keyboard goes on from there: back to the very beginning
	if (key === 'Tab')
		await page.evaluate(() => {
			document.body.tabIndex = -1;
			document.body.focus();
			document.body.removeAttribute('tabindex');
			scrollTo(0, 0);
		});
	const most = 14 * (await page.evaluate(() => (globalThis as Known).walker.begin())) + 20;
	for (let i = 0; i < most; i++) {
		await page.keyboard.press(key);
		const { isOver, wrong } = await page.evaluate(() => (globalThis as Known).walker.step());
		found.push(...wrong.map((each) => `${key}, ${each}`));
		if (isOver) return found;
	}
	return [...found, `${key}: no end`];
}
