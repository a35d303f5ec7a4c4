import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createServices, type Services } from '$lib/app/services.svelte';
import type { KeptDice } from '$lib/domain/kept-dice';
import { DiceKeeper } from '$lib/features/dice/dice-keeper.svelte';
import { Table } from '$lib/features/dice/table.svelte';
import { firstOf } from '$lib/app/keeping/live.svelte';
import type { Storage as EnvolStorage } from '$lib/storage/types';
import { watching } from '../../support/screen.svelte';

const own = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => ({
	id: `own-${letter}`,
	words: letter.toUpperCase(),
	form: 'mental' as const,
	effort: 1 as const
}));

let storage: EnvolStorage;
let services: Services;
let stop: (() => void) | undefined;

/** A page as it opens: nothing has been read yet. */
function aPage() {
	services = createServices();
	const keeper = new DiceKeeper(services);
	const table = new Table(services, keeper);
	({ stop } = watching(() => [keeper.kept, keeper.sixFaces, table.shown]));
	return { keeper, table };
}
const kept = (): Promise<KeptDice> => firstOf(storage.dice.observe());

beforeEach(async () => {
	vi.stubGlobal('matchMedia', () => ({ matches: true }));
	storage = await createServices().gate.open();
});
afterEach(async () => {
	stop?.();
	vi.unstubAllGlobals();
	await storage.erase();
	localStorage.clear();
});

test('rolled before anything was read, my six still come up, and nothing else', async () => {
	await storage.dice.change((dice) => ({ ...dice, own, six: own.map(({ id }) => id), play: 'six' }));
	const { table } = aPage();
	await table.roll();
	const { shown } = table;
	expect(own.map(({ words }) => words)).toContain(shown === 'rest' ? undefined : shown?.words);
});

test('of two quick taps on two faces, both are kept', async () => {
	await storage.dice.change((dice) => ({ ...dice, own }));
	const { keeper } = aPage();
	await keeper.open();
	await Promise.all([keeper.setFace('own-a', true), keeper.setFace('own-b', true)]);
	expect((await kept()).six).toEqual(['own-a', 'own-b']);
});
