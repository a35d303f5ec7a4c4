/** A script as text, to stand in the page itself: see `scripts/build/inlined.ts`. */
declare module '*?inlined' {
	const text: string;
	export default text;
}
