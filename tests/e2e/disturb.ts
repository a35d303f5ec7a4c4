import type { BrowserContext, Page } from '@playwright/test';
import { fill } from './full-profile.ts';
import { awake } from './person.ts';
import { say } from './words.ts';

/**
 * What the browser's translator and extensions do to a page, from its first byte on and as long as it is open. A
 * translation is the same text in capitals, so that the expected text is known.
 */
export interface Disturbance {
	/** How the translator replaces a text: by removing our node, or by keeping it inside its own element. */
	translator?: 'takes out' | 'keeps inside';
	/** Where an extension adds an element: after each h1 only, or first in the body and in the main part as well. */
	extension?: 'after each title' | 'everywhere';
}

export async function disturb(context: BrowserContext, how: Disturbance): Promise<void> {
	await context.addInitScript(({ translator, extension }: Disturbance) => {
		function translate(text: Text): void {
			if (!text.data.trim() || !text.parentElement) return;
			if (text.parentElement.closest('font, script, style, title, textarea, select, [translate="no"]'))
				return;
			const outer = document.createElement('font');
			outer.style.verticalAlign = 'inherit';
			const inner = outer.appendChild(document.createElement('font'));
			if (translator === 'takes out') {
				inner.textContent = text.data.toUpperCase();
				text.parentNode!.insertBefore(outer, text);
				text.remove();
			} else {
				text.replaceWith(outer);
				text.data = text.data.toUpperCase();
				inner.append(text);
			}
		}
		function translateIn(node: Node): void {
			const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
			const texts: Text[] = node instanceof Text ? [node] : [];
			while (walker.nextNode()) texts.push(walker.currentNode as Text);
			texts.forEach(translate);
		}
		function insert(): void {
			const foreign = () => {
				const element = document.createElement('div');
				element.className = 'from-an-extension';
				return element;
			};
			for (const heading of document.querySelectorAll('h1'))
				if (!heading.nextElementSibling?.matches('.from-an-extension')) heading.after(foreign());
			if (extension === 'everywhere')
				for (const place of document.querySelectorAll('body, main'))
					if (!place.querySelector(':scope > .from-an-extension')) place.prepend(foreign());
		}
		new MutationObserver((changes) => {
			if (translator)
				for (const { type, target, addedNodes } of changes)
					if (type === 'characterData') translate(target as Text);
					else addedNodes.forEach(translateIn);
			if (extension) insert();
		}).observe(document, { subtree: true, childList: true, characterData: true });
	}, how);
}

/**
 * Pages that do not start while an extension writes into them, that have more than one title, or whose content is
 * broken.
 */
export async function asleepOrTwice(
	page: Page,
	context: BrowserContext,
	paths: readonly string[]
): Promise<string[]> {
	await disturb(context, { extension: 'after each title' });
	await fill(page, 'en');
	const wrong: string[] = [];
	for (const path of paths) {
		await page.goto(`/en/${path}`);
		await awake(page);
		const main = await page.locator('main').innerText();
		const titles = await page.locator('h1').allInnerTexts();
		if (titles.length !== 1 || main.includes(say('en', 'shell.trouble.title')))
			wrong.push(`${path}: ${titles.join(' | ')}`);
	}
	return wrong;
}
