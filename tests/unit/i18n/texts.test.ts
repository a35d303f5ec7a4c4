// @vitest-environment node
import { get } from 'svelte/store';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MessageKey } from '$lib/i18n';
import en from '$messages/en/shell.json';
import fr from '$messages/fr/shell.json';

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

async function texts() {
	const i18n = await import('$lib/i18n');
	await Promise.all([i18n.loadMessages('en', ['shell']), i18n.loadMessages('fr', ['shell'])]);
	return i18n;
}

const missing = 'shell.no.such.text' as MessageKey;

test('a text comes in the language on screen, and follows a change of language', async () => {
	const { setLang, t } = await texts();
	setLang('en');
	expect(get(t)('shell.skip')).toBe(en.skip);
	setLang('fr');
	expect(get(t)('shell.skip')).toBe(fr.skip);
});

test('preparing a page in the other language leaves the words on screen alone', async () => {
	const { loadMessages, setLang, t } = await texts();
	setLang('fr');
	await loadMessages('en', ['plan']);
	expect(get(t)('shell.skip')).toBe(fr.skip);
});

test('a missing text stops the build', async () => {
	vi.stubEnv('SSR', true);
	const { setLang, t } = await texts();
	setLang('en');
	expect(() => get(t)(missing)).toThrow('missing text en-CA: shell.no.such.text');
});

test('on a person’s screen a missing text stops nothing', async () => {
	vi.stubEnv('SSR', false);
	const { setLang, t } = await texts();
	setLang('en');
	expect(get(t)(missing)).toBe(missing);
});
