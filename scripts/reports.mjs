/** Counts the results of test runs: a test that passes only on a second try has failed. */

/** @typedef {{ passed: number, failed: number, skipped: number, names: string[] }} Counted `names` of what failed, and how */

/** @typedef {{ status: string, fullName: string, failureMessages?: string[] }} UnitTest */
/** @typedef {{ name: string, status: string, message?: string, assertionResults: UnitTest[] }} UnitFile */
/** @typedef {{ title: string, tests: { projectName: string, status: string }[] }} Spec */
/** @typedef {{ title: string, file?: string, specs?: Spec[], suites?: Suite[] }} Suite */

/**
 * @param {{ testResults: UnitFile[] }} report of vitest, as JSON
 * @returns {Counted}
 */
export function countUnit({ testResults }) {
	const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
	const failed = tests.filter(({ status }) => status === 'failed');
	// a file that cannot be loaded has no tests that could fail
	const unread = testResults.filter(
		({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0
	);
	const passed = tests.filter(({ status }) => status === 'passed').length;
	return {
		passed,
		failed: failed.length + unread.length,
		skipped: tests.length - passed - failed.length,
		names: [
			...failed.map(({ fullName, failureMessages }) => [fullName, ...seedsIn(failureMessages)].join(' ')),
			...unread.map(({ name }) => `${name} could not be read`)
		]
	};
}

/**
 * With which values a property failed, as it is to be written to try them again.
 * @param {string[] | undefined} messages
 */
function seedsIn(messages = []) {
	return messages.flatMap((message) => /\{ seed: [^}]*\}/.exec(message)?.[0] ?? []);
}

/**
 * @param {{ suites: Suite[], errors?: { message?: string }[] }} report of Playwright, as JSON
 * @returns {Counted}
 */
export function countBrowser({ suites, errors = [] }) {
	/** @type {Counted} */
	const counted = { passed: 0, failed: errors.length, skipped: 0, names: [] };
	for (const { message = 'an error outside of the tests' } of errors)
		counted.names.push(message.split('\n', 1)[0] ?? message);
	/** @param {Suite} suite @param {string} above */
	const count = ({ title, specs = [], suites: inside = [] }, above) => {
		const here = [above, title].filter(Boolean).join(' › ');
		for (const spec of specs)
			for (const { projectName, status } of spec.tests) {
				if (status === 'expected') counted.passed += 1;
				else if (status === 'skipped') counted.skipped += 1;
				else {
					counted.failed += 1;
					const how = status === 'flaky' ? 'passed only on a second try: ' : '';
					counted.names.push(`${how}[${projectName}] ${here} › ${spec.title}`);
				}
			}
		for (const each of inside) count(each, here);
	};
	for (const suite of suites) count(suite, '');
	return counted;
}

/** The sum, in words. @param {{ passed: number, failed: number, skipped: number }} count */
export function inWords({ passed, failed, skipped }) {
	return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
