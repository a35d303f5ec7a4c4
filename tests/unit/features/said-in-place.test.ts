import { beforeEach, expect, test, vi } from 'vitest';
import type { StatusLine } from '$lib/app/status.svelte';
import { pressedAt } from '$lib/features/sheet/pressed';
import { sayInPlace } from '$lib/features/sheet/said-in-place';

let isWide = false;
beforeEach(() => {
	isWide = false;
	vi.stubGlobal('matchMedia', () => ({ matches: isWide }));
});

/** A form of three rows on a phone, with what adds one, and a line at the foot of the page. */
function aPage() {
	document.body.innerHTML = `
		<div class="desk"><div><ol>${['a', 'b', 'c'].map((id) => `<li id="${id}"><button></button></li>`).join('')}</ol>
		<form id="own"><div class="field" id="field"><input></div></form></div><section id="sheet"><div class="panel"><div class="cluster"><button id="clear"></button></div></div></section></div>
		<div class="place"><div class="line"></div></div>`;
	const desk = document.querySelector<HTMLElement>('.desk')!;
	const line = document.querySelector<HTMLElement>('.line')!;
	line.scrollIntoView = () => undefined;
	let near: Element[] = [];
	desk.addEventListener('click', (event) => (near = pressedAt(event, desk) ?? near), true);
	desk.addEventListener('submit', (event) => (near = pressedAt(event, desk) ?? near), true);
	const place = { show: (_: HTMLElement, said: StatusLine) => sayInPlace(desk, line, { line: said }, near) };
	const press = (selector: string) => document.querySelector<HTMLElement>(selector)!.click();
	const at = () => line.parentElement!.parentElement!.id || line.parentElement!.parentElement!.className;
	return { place, line, press, at, desk };
}

test('a notice stands in the row, the form or the part where something was pressed', () => {
	const { place, line, press, at } = aPage();
	press('#b button');
	place.show(line, { key: 'prescribe.cleared' });
	expect(at()).toBe('b');
	document.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault());
	document.querySelector('input')!.focus();
	document.querySelector('form')!.dispatchEvent(new Event('submit', { bubbles: true }));
	place.show(line, { key: 'prescribe.cleared' });
	expect(at()).toBe('field');
	press('#clear');
	place.show(line, { key: 'prescribe.cleared' });
	expect(at()).toBe('cluster');
});

test('where that is gone it stands beside it: never lost with a row that was removed', () => {
	const { place, line, press, at } = aPage();
	press('#b button');
	document.querySelector('#b')!.remove();
	place.show(line, { key: 'prescribe.cleared' });
	expect(at()).toBe('c');
	press('#a button');
	document.querySelector('ol')!.remove();
	document.querySelector('form')!.remove();
	place.show(line, { key: 'prescribe.cleared', undo: () => undefined });
	// nothing is left there: at the top of the form
	expect(line.parentElement!.parentElement).toBe(document.querySelector('.desk > div'));
});

test('pressed nowhere: what waits to be read stands at the top, what only tells stands below all', () => {
	const { place, line, press, desk } = aPage();
	place.show(line, { key: 'shell.offline.text' });
	expect(line.parentElement).toBe(desk.lastElementChild);
	press('#b button');
	place.show(line, { key: 'prescribe.cleared', stays: true });
	expect(line.parentElement).toBe(document.querySelector('.desk > div')!.firstElementChild);
});

test('where the sheet stands beside the form it goes back to the foot of the page', () => {
	const { place, line, press } = aPage();
	press('#b button');
	place.show(line, { key: 'prescribe.cleared' });
	isWide = true;
	place.show(line, { key: 'prescribe.cleared' });
	expect(line.parentElement!.className).toBe('place');
	expect(document.querySelector('.said-here')).toBeNull();
});
