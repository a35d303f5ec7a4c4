import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { allWordsLeft, forgetWordsLeft, leaveWords, wordsAreTaken } from '$lib/platform/last-words';

const words = { key: 'own-step', text: 'Water the plant', at: 5 };

describe('the last words of a page that goes', () => {
	beforeEach(() => void dispatchEvent(new Event('pagehide')));
	afterEach(() => {
		dispatchEvent(new Event('pageshow'));
		localStorage.clear();
	});

	test('are left where it can still write, until storage has them', () => {
		leaveWords(words);
		expect(allWordsLeft()).toEqual([words]);
		wordsAreTaken('another');
		expect(allWordsLeft()).toEqual([words]);
		wordsAreTaken('own-step');
		expect(localStorage).toHaveLength(0);
	});

	test('are not left by a page that stays', () => {
		dispatchEvent(new Event('pageshow'));
		leaveWords(words);
		expect(localStorage).toHaveLength(0);
	});

	test('of a page before this one go too once they are taken', () => {
		localStorage.setItem('envol.last-words:own-step', JSON.stringify({ text: 'Water', at: 4 }));
		wordsAreTaken('own-step');
		// not by a page that never saw them
		expect(localStorage).toHaveLength(1);
		expect(allWordsLeft()).toEqual([{ key: 'own-step', text: 'Water', at: 4 }]);
		wordsAreTaken('own-step');
		expect(localStorage).toHaveLength(0);
	});

	test('that cannot be read are nothing, and are erased with the rest', () => {
		for (const [key, value] of Object.entries({ a: 'no', b: 'null', c: '{"text":1,"at":2}', d: '{}' }))
			localStorage.setItem(`envol.last-words:${key}`, value);
		localStorage.setItem('envol.preferences', '{}');
		leaveWords(words);
		expect(allWordsLeft()).toEqual([words]);
		forgetWordsLeft();
		expect(Object.keys(localStorage)).toEqual(['envol.preferences']);
	});
});
