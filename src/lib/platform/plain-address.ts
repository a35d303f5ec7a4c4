/** The addresses of pages that come without the script of the app; a test compares them with src/pages.js. */
export const plainAddress =
	/^\/(((en|fr)\/)?(help|learn|close|peer|clinic)|today|hard-day|numbers|erase)?\/?$/;
