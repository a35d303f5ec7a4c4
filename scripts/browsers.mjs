import { existsSync } from 'node:fs';

/** @param {(string | undefined)[]} places */
function firstThere(places) {
	return places.find((place) => place !== undefined && existsSync(place));
}

/** Where Chromium is on this machine; undefined when it is not. `CHROMIUM_PATH` wins. */
export function findChromium() {
	return firstThere([
		process.env.CHROMIUM_PATH,
		'/usr/bin/chromium',
		'/usr/bin/chromium-browser',
		'/usr/bin/google-chrome',
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Chromium.app/Contents/MacOS/Chromium'
	]);
}

/**
 * The same engine without the windows, menus and services of a browser around it: a page costs a quarter less of the processor.
 * The browser itself where this is not on the machine.
 */
export function findHeadlessShell() {
	return process.env.CHROMIUM_PATH
		? findChromium()
		: firstThere(['/usr/bin/chromium-headless-shell', findChromium()]);
}

/** Where Firefox ESR is; `FIREFOX_PATH` wins. */
export function findFirefox() {
	return firstThere([process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox']);
}

/** WebKitGTK with its driver, the nearest to Safari on Linux. */
export function findWebKit() {
	const driver = firstThere(['/usr/bin/WebKitWebDriver']);
	const browser = firstThere([
		'/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
		'/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
		'/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser'
	]);
	const screen = firstThere(['/usr/bin/Xvfb']);
	return driver && browser && screen ? { driver, browser, screen } : undefined;
}

/**
 * The features that the driver turns off in Chromium by itself. Passing a list replaces the driver's own, so it is
 * repeated here, except for what only another browser knows.
 */
const offByTheDriver = [
	'AimEnabled',
	'AutoDeElevate',
	'AvoidCorsURLLoaderRestartOnRedirect',
	'AvoidUnnecessaryBeforeUnloadCheckSync',
	'BlockOriginHeaderModificationOnRedirect',
	'DestroyProfileOnBrowserClose',
	'DialMediaRouteProvider',
	'GlobalMediaControls',
	'HttpsUpgrades',
	'LensOverlay',
	'MediaRouter',
	'NetworkTimeServiceQuerying',
	'OptimizationHints',
	'PaintHolding',
	'ThirdPartyStoragePartitioning',
	'Translate'
];
/**
 * Background pages of the browser itself: the list under the address bar, recreated with each window, and a spare
 * process for a site that is never visited. Together they cost as much as a visit to a page of Envol.
 */
const ofNoUse = [
	'SpareRendererForSitePerProcess',
	'WebUIOmniboxAimPopup',
	'WebUIOmniboxFullPopup',
	'WebUIOmniboxPopup'
];

/** How Chromium is started by a driver: quiet, and without features it does not need. */
export const chromiumArgs = [
	// a browser that contacts its maker would count as a request that left
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
	'--disable-quic',
	`--disable-features=${[...offByTheDriver, ...ofNoUse].join(',')}`,
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
];

/**
 * For pages that live a few seconds: to optimize their code costs more than it gives back, and there is no graphics card to ask. A
 * sixth less time for the same tests. Not where speed is measured.
 */
export const argsForShortVisits = [...chromiumArgs, '--disable-gpu', '--js-flags=--no-opt --no-maglev'];
