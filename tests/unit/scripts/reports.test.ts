import { expect, test } from 'vitest';
import { countBrowser, countUnit, inWords } from '../../../scripts/reports.mjs';

const spec = (title: string, status: string) => ({ title, tests: [{ projectName: 'chromium', status }] });

test('a browser test that passes only on a second try has failed, and is named', () => {
	const report = {
		suites: [
			{
				title: 'a.spec.ts',
				specs: [spec('holds', 'expected'), spec('breaks', 'unexpected')],
				suites: [{ title: 'a plan', specs: [spec('wavers', 'flaky'), spec('waits', 'skipped')] }]
			}
		]
	};
	expect(countBrowser(report)).toEqual({
		passed: 1,
		failed: 2,
		skipped: 1,
		names: [
			'[chromium] a.spec.ts › breaks',
			'passed only on a second try: [chromium] a.spec.ts › a plan › wavers'
		]
	});
});

test('a browser run that cannot begin has failed', () => {
	const report = { suites: [], errors: [{ message: 'Error: no tests found\n  at x' }] };
	expect(countBrowser(report)).toMatchObject({ failed: 1, names: ['Error: no tests found'] });
});

test('a unit test that fails is named, with the values that break a property; a file that cannot be read counts', () => {
	const message =
		'Error: Property failed after 3 tests\n{ seed: -5, path: "2:0", endOnFailure: true }\nCounterexample: [1]';
	const file = { name: '/a.test.ts', status: 'failed' };
	const report = {
		testResults: [
			{
				...file,
				assertionResults: [
					{ status: 'passed', fullName: 'holds' },
					{ status: 'pending', fullName: 'waits' },
					{ status: 'failed', fullName: 'breaks', failureMessages: [message] }
				]
			},
			{ ...file, name: '/b.test.ts', assertionResults: [] }
		]
	};
	expect(countUnit(report)).toEqual({
		passed: 1,
		failed: 2,
		skipped: 1,
		names: ['breaks { seed: -5, path: "2:0", endOnFailure: true }', '/b.test.ts could not be read']
	});
});

test('the sum is one plain line', () => {
	expect(inWords({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
	expect(inWords({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
});
