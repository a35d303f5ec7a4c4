import type { Page } from '@playwright/test';

/** Runs in each page: finds what hinders somebody who moves by keyboard. */
function walker(): void {
	const selector = 'a[href], button, input, select, textarea, summary, audio[controls], [tabindex="0"]';
	/** The tab stops in order: of a radio group only the chosen one, or its first. */
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
	/** The visible box of a control: one that is drawn by its label counts with the label. */
	function boxOf(element: HTMLElement): { box: DOMRect; owners: Element[] } {
		const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
		const own = element.getBoundingClientRect();
		const isHidden = own.width < 4 || own.height < 4 || getComputedStyle(element).opacity === '0';
		const box = isHidden && labels[0] ? labels[0].getBoundingClientRect() : own;
		return { box, owners: [element, ...labels] };
	}
	/** Whether all of it is under something else, or outside the screen. */
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
	/** Moves the focus from stop to stop as fast as the page can: forward, then backward. */
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
					// layout that depends on the focus settles in the next frame
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
	/** Where real key presses moved the focus: no stop may be skipped, and none may trap it. */
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
		// Past the last stop the focus leaves the page or starts again. From outside it may need one step to enter,
		// and one step back may lead to Undo and from there to where it came from.
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
		// a date field and a player have several stops inside
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

/** Adds the helpers that the walks below need. */
export async function prepareWalk(page: Page): Promise<void> {
	await page.evaluate(walker);
}

/** Moves through every stop in both directions by script: part of the focused control must be visible. */
export async function walkBothWays(page: Page): Promise<{ wrong: string[]; count: number }> {
	return page.evaluate(async () => {
		// layout that depends on the size settles in the next frame
		for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
		const { walk, sideways } = (globalThis as Known).walker;
		const { wrong, count } = await walk();
		return { wrong: [...sideways(), ...wrong], count };
	});
}

/** Finds what makes the page scroll sideways. */
export async function whatSticksOut(page: Page): Promise<string[]> {
	return page.evaluate(async () => {
		for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
		return (globalThis as Known).walker.sideways();
	});
}

/** Moves with real key presses from one end of the page to the other. */
export async function walkByKey(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<string[]> {
	const found: string[] = [];
	// after a click the focus continues from there: back to the very beginning
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
