// Draws static/icons from one feather. Run by hand when the drawing changes: node scripts/make-icons.mjs
import { chromium } from '@playwright/test';
import { findChromium } from './browsers.mjs';

const feather =
	'<path d="M11 38c3-17 13-25 27-28-1 15-9 24-24 24m-3 4 14-14m-7 7h10m-4-5h10" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>';
const ring =
	'<g fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"><circle cx="24" cy="24" r="14"/><circle cx="24" cy="24" r="5.5"/><path d="m14 14 6 6m14-6-6 6M14 34l6-6m14 6-6-6"/></g>';
const sun =
	'<path d="M24 9v7m-9 3-3-3m21 3 3-3M8 31h6m20 0h6M16 31a8 8 0 0 1 16 0M8 38h32" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>';
const hourglass =
	'<path d="M13 39h22M13 9h22M32 39v-7c0-2-1-3-2-4l-6-4-6 4c-1 1-2 2-2 4v7M16 9v7c0 2 1 3 2 4l6 4 6-4c1-1 2-2 2-4V9" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>';

/** @param {{ ground: string, drawing: string, round: number, shrink: number }} look */
function svg({ ground, drawing, round, shrink }) {
	const shift = 24 - 24 * shrink;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="100%" height="100%"><rect width="48" height="48" rx="${round}" fill="${ground}"/><g transform="translate(${shift} ${shift}) scale(${shrink})">${drawing}</g></svg>`;
}
const page =
	'<path d="M15 10h18a2 2 0 0 1 2 2v24a2 2 0 0 1-2 2H15a2 2 0 0 1-2-2V12a2 2 0 0 1 2-2m4 8h10m-10 6h10m-10 6h6" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>';
const green = '#0E5A57';
const red = '#A3242B';
/** For those who want a plain name and icon: see static/plain.webmanifest. */
const slate = '#4D5B6A';
/** @type {[name: string, size: number, picture: string][]} */
const icons = [
	['icon-192', 192, svg({ ground: green, drawing: feather, round: 12, shrink: 1 })],
	['icon-512', 512, svg({ ground: green, drawing: feather, round: 12, shrink: 1 })],
	// a mask may cut off a fifth on each side
	['icon-maskable-512', 512, svg({ ground: green, drawing: feather, round: 0, shrink: 0.72 })],
	['apple-touch-icon-180', 180, svg({ ground: green, drawing: feather, round: 0, shrink: 0.85 })],
	['plain-192', 192, svg({ ground: slate, drawing: page, round: 12, shrink: 1 })],
	['plain-512', 512, svg({ ground: slate, drawing: page, round: 12, shrink: 1 })],
	['plain-maskable-512', 512, svg({ ground: slate, drawing: page, round: 0, shrink: 0.72 })],
	['plain-180', 180, svg({ ground: slate, drawing: page, round: 0, shrink: 0.85 })],
	['shortcut-help-192', 192, svg({ ground: red, drawing: ring, round: 24, shrink: 0.85 })],
	['shortcut-today-192', 192, svg({ ground: green, drawing: sun, round: 24, shrink: 0.85 })],
	['shortcut-minimum-192', 192, svg({ ground: green, drawing: hourglass, round: 24, shrink: 0.85 })]
];

const browser = await chromium.launch({ executablePath: findChromium() });
for (const [name, size, picture] of icons) {
	const page = await browser.newPage({ viewport: { width: size, height: size } });
	await page.setContent(`<style>body{margin:0}svg{display:block}</style>${picture}`);
	await page.screenshot({ path: `static/icons/${name}.png`, omitBackground: true });
	await page.close();
}
await browser.close();
