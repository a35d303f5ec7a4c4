import type { SheetPresetId } from '../../src/lib/content/sheet-preset-ids.ts';
import type { SheetLangs, SheetLayout } from '../../src/lib/domain/prescription.ts';
import type { Lang } from '../../src/lib/domain/language.ts';

/** What it took in the review of November 28, and how long the link in the code was. */
export interface Before {
	clicks: number;
	keys: number;
	seconds: number;
	link: number;
}

/** A prescription as it is written for a visit, in the order in which somebody who knows the page writes it. */
export interface Written {
	who: string;
	lang: Lang;
	before: Before;
	start?: Exclude<SheetPresetId, 'blank'>;
	layout?: SheetLayout;
	langs?: SheetLangs;
	/** Steps of the start that are left off, by their place from 0. */
	off?: readonly number[];
	/** Words looked for, and the step to take of those found; the first one without that. */
	found?: readonly { typed: string; take?: string }[];
	own?: readonly { words: string; detail?: string; moment?: 'morning' | 'midday' | 'evening' | 'night' }[];
	/** Rows that get a detail of their own, by their place from 0. */
	details?: readonly { row: number; detail: string }[];
	name: string;
	goal?: string;
	weeks: 1 | 2 | 4;
	agreements?: Partial<Record<'me' | 'team' | 'lovedOnes', readonly string[]>>;
	signs?: readonly string[];
	/** What stands after `#` in its code, as tests/endurance/ten-prescriptions.spec.ts wrote it. */
	payload: string;
}

/**
 * The ten prescriptions of the review, written for the same ten people. Their words were not kept; so each says as much as
 * then: its link is at least as long.
 */
export const tenPrescriptions: readonly Written[] = [
	{
		who: 'fr, young man, uses cannabis',
		lang: 'fr',
		before: { clicks: 35, keys: 177, seconds: 123, link: 293 },
		start: 'use-less',
		off: [2],
		found: [{ typed: 'joint' }, { typed: 'patin' }, { typed: 'chanson' }],
		own: [
			{ words: 'Jouer au hockey avec mon cousin Félix', detail: 'samedi, 14 h', moment: 'midday' },
			{ words: 'Garder le pot pour après le souper', detail: 'pas avant 19 h', moment: 'evening' }
		],
		name: 'Xavier',
		weeks: 2,
		agreements: { me: ['Je note mes envies dans mon téléphone'], team: ['Annie rappelle le vendredi'] },
		payload:
			'1AR2OMWoDQQxF59shTmBJinSpBDZJ48aQxqUbB_YWw65gB-9qhpmdxbmMIcSFnWvsMXKMkD6yQdJHgv--DH6eHu_xjSVwwA3whQVwvIzr-nlXAH-zArfTl9JnjmQzNb7a8QfZgSvqvFDlc3JC2_Hcun2RbMe1W9LqjRqob_5uY63Glin4XjsrJMTxlC6n5HPg-BBsUp6VnlZraiYwxuC1ZBLfM3WciGVwKrWVdM3sNWw8h8YL43kj4piiDYFbZWoNLHXUN4wpf_8B'
	},
	{
		who: 'en, mother, bipolar',
		lang: 'en',
		before: { clicks: 27, keys: 314, seconds: 145, link: 391 },
		start: 'sleep',
		off: [4],
		found: [{ typed: 'medication' }, { typed: 'meals' }],
		own: [
			{ words: 'Walk Zoé to school, then around the park', detail: '8:15', moment: 'morning' },
			{ words: 'Ask Marc to take bath time', detail: 'Tue, Thu', moment: 'evening' },
			{ words: 'Sing in the kitchen while I cook', moment: 'evening' }
		],
		name: 'Nadia',
		weeks: 4,
		agreements: {
			me: ['I call when I sleep under five hours'],
			team: ['Calls me back within a day', 'Looks at this sheet with me each visit'],
			lovedOnes: ['Keep my bank card when I ask']
		},
		signs: ['I start three projects in one night'],
		payload:
			'1ATWPMUtDMRDHc--VIq5uReFAEYQuDoK4iVNRJwuC25meTcxrUpJ7LZ0d_SQd1dHRj-GX8VIw0-Xuf78fZ8zvwdE-fIIB-IYBwBb0fUED8AEtQNHWGwzaYXv2SF3Ap_SzRUlYrEupG6M4jkg59XFWa1xSDoPLq_MLA8N2dF0C3lO2dUMoMD6TOBS_4L1pz2Ocur6BpsUHH-fo444QvNgKXTvfMU7QphQaMMbAiX6o63Si4wmWjnmJKuaML37F6FKfSzO60UzBRZXZgGsvTsmEM9qc3imrIImKfMHimGUXqGkm63Dlixc4vK3kxUYJMagzz_6dVAKYY3UL5UrJrCfn9MpWSj0gRcbo507e4x8'
	},
	{
		who: 'fr, rooming house, no kitchen',
		lang: 'fr',
		before: { clicks: 42, keys: 161, seconds: 133, link: 255 },
		start: 'first-steps',
		off: [2],
		found: [{ typed: '211' }, { typed: 'repas communautaire' }, { typed: 'lavage' }, { typed: 'douche' }],
		own: [
			{ words: 'Prendre un café à La Maison du Père', detail: 'vers 9 h', moment: 'morning' },
			{ words: 'Garder des noix et des pommes dans ma chambre' }
		],
		name: 'Réjean',
		weeks: 2,
		agreements: { team: ['Passer le mardi, frapper trois coups'] },
		payload:
			'1AR2LQQ4BQRREu4yIiMSCA_yFiAUHcAIbkrmAxTf9MYnpnvw22Ni4AEewZOkMcwwXcAwdtah6qUoZfPq9DrYGuCLaHU3gjQS4YQh8213gMgBw6qKVjFIVZ1WocpTxpn5R_aAF05Lz4B3ZitL6qdI-igaa0c6gkUznrFaUrARyPj-THP5c-qKIYdkFKpiyHRdrlSZMFIYphxBPe4mb2nxCG-WyjM1BfR4o81UZjBmvfg'
	},
	{
		who: 'en, older person, sleep, large print',
		lang: 'en',
		before: { clicks: 20, keys: 49, seconds: 56, link: 130 },
		start: 'sleep',
		layout: 'large',
		off: [3],
		found: [{ typed: 'nap' }, { typed: 'dark' }],
		own: [{ words: 'Warm milk and the radio', detail: 'at 9' }],
		name: 'Mr. Roy',
		weeks: 4,
		payload:
			'1AWNguS0sy8G4iZGBkXE3Iwsj40pGINjAyMTIuJGRmZFxO6MiI-MOIIuNWTw8sShXITczJ1shMS9FoSQjVaEoMSUznyWxRMGShZEBAthCAQ'
	},
	{
		who: 'fr, autistic person',
		lang: 'fr',
		before: { clicks: 45, keys: 316, seconds: 183, link: 409 },
		start: 'first-steps',
		off: [2, 3],
		found: [{ typed: 'douche' }, { typed: 'lavage' }, { typed: 'sans écran' }],
		own: [
			{
				words: 'Prendre l’autobus 80 jusqu’au local',
				detail: '9 h 10, casque sur les oreilles',
				moment: 'morning'
			},
			{ words: 'Regarder passer les trains', detail: '20 minutes', moment: 'midday' },
			{ words: 'Dire « pause » et sortir' }
		],
		name: 'Noé',
		weeks: 2,
		agreements: {
			me: ['Je montre ma carte si le bruit monte'],
			team: ['M’écrit avant d’appeler', 'Regarde la feuille avec moi à chaque visite'],
			lovedOnes: ['Me préviennent d’un changement la veille']
		},
		signs: ['Je ne supporte plus mes vêtements'],
		payload:
			'1AS1QvUoEMRDO3ImgHFhodQgOIlh4xXqV9lbCgfgGud3xLpLNxkmyVoLY-Qh2tqeVtZ37DjZ2PomT9ZowfPPl-xkFP7s7W7BQAE8gzwcMAe5HAA97APAMI9gcHl8xuYoJ7e_ji06xmaeAZwXepnCXeghtU2p7cI5LPC0mWGpZEIbEaClgw2SsDEq0xte00FwRo9ch0D8hsjYubE8LrI1LkQLAYDi-MGL59S7EFGT4RIoYGo6GN0ApBUeXhHXjorBqLZ4cxdKIIM45mdjvaLA_k4TdqmRBdKtdxCpH9p4s8WSdBq3GG0o5pZColL8Gu1cslzoXaU0wkeBkRui5W7WGnKO1UnKZ5RZUZ0R02r4sqEOJ5_IRvG9yNG_larW0bbu32LPD9_QP'
	},
	{
		who: 'en, leaving hospital',
		lang: 'en',
		before: { clicks: 28, keys: 190, seconds: 112, link: 285 },
		start: 'first-steps',
		found: [{ typed: 'pill box' }, { typed: 'appointments' }, { typed: 'shower' }, { typed: 'laundry' }],
		own: [
			{ words: 'See Dr. Okafor at the day clinic', detail: 'Monday, 10:30', moment: 'morning' },
			{ words: 'Text my brother a photo of supper', moment: 'evening' }
		],
		name: 'Dylan',
		weeks: 1,
		agreements: { me: ['I keep my phone on'], team: ['A nurse calls on day two'] },
		signs: ['I stop answering texts'],
		payload:
			'1AR1Nu0pDQRCdkysiqI2KWB57kYidXcAmhVjoD6zXSXLJdWfZ3XBNESJ-gb9h6ff4M06c4jDnxRH5PT04xFyATzh8wO8Le8APGqCeOd3uYDgCNv7sN3xS5X2-5uMyzCwzVNaF8jWs2fZd7NrjB4vOrngzvrsdC0bN5bO-V76t-ZLNs95hWlg12oxllZLmEUQEJ1MuVdMu6X5UWsTFhHGVi7INfV9c-V-qgwnkfMpSLTHEMmju4pzVh8rk-w8'
	},
	{
		who: 'fr, by a peer worker, six petals',
		lang: 'fr',
		before: { clicks: 35, keys: 140, seconds: 113, link: 281 },
		start: 'flower',
		off: [0],
		found: [{ typed: 'neige', take: 'petit chemin' }],
		own: [
			{ words: 'Être à l’heure au local', detail: 'mardi et jeudi', moment: 'morning' },
			{ words: 'Jouer trois tounes d’harmonica', moment: 'evening' },
			{ words: 'Souper avec ma gang du jeudi', detail: '17 h' }
		],
		name: 'Ginette',
		goal: 'rejouer devant du monde',
		weeks: 4,
		agreements: { me: ['Je dis quand je suis tannée'], team: ['On jase sans regarder l’heure'] },
		payload:
			'1AT2OMU7DQBBFd2ILYQnShI5E_Cuk4g5pKHKCkXfkOLJ3ya6HigKJCg4QKRIFbc7hIodIx0mYCIlmNDP__6fvqvNsUdHp-oZoX9n4ojsierXtncqCPky4Ku7HzyEJxm90P2-HjagdrOhizd205-RbyICtqG8dTQqsokrCkGKbMUQNkuEvQU59DG3NE2PO11GfzcUvUqNnNBwaeP2jlMtHbEpyztF8JfDG2SkHbyqyXqgcwngUengK2HK2L4eMJI2VMeh_Tefk9hc'
	},
	{
		who: 'en, no phone',
		lang: 'en',
		before: { clicks: 22, keys: 83, seconds: 69, link: 194 },
		start: 'first-steps',
		off: [2],
		found: [{ typed: 'library' }, { typed: 'laundry' }],
		own: [
			{ words: 'Ask for the phone at the front desk', detail: 'Fridays' },
			{ words: 'Water Ed’s tomatoes', moment: 'evening' }
		],
		name: 'Walt',
		weeks: 2,
		agreements: { team: ['We come by on Monday'] },
		payload:
			'1AWNguC3Mz8GYzsDI2MQIJCYwsjAybmRkZmRcxsHDyFgrwsjIxqzsWJytkJZfpFCSkapQkJGfl6qQWALmpBXl55UopKQWZ7O7FWWmJFYWszAyMYuGJ5akFim4pjxqmFmsUJKfm1iSn1rMxMgABIwi4akKyfm5qQpJlQr5eQq--XlAbQwMvzYBAA'
	},
	{
		who: 'fr, reads little, large print',
		lang: 'fr',
		before: { clicks: 9, keys: 12, seconds: 22, link: 77 },
		start: 'first-steps',
		layout: 'large',
		name: 'Lise',
		weeks: 2,
		payload: '1AWNgvS3Mz8qYzsDI2MQIJBoYgWACIwsj40ZGZkYGCIirAwA'
	},
	{
		who: 'fr + en, family',
		lang: 'fr',
		before: { clicks: 26, keys: 117, seconds: 87, link: 217 },
		start: 'first-steps',
		langs: 'fr-en',
		off: [2],
		found: [{ typed: 'photos' }, { typed: 'repas avec', take: 'Partager un repas' }],
		own: [{ words: 'Soccer: Abdou + papa', detail: 'dimanche / Sunday' }],
		name: 'Awa',
		weeks: 4,
		agreements: { lovedOnes: ['On mange ensemble le vendredi / We eat together on Fridays'] },
		payload:
			'1AWNgvi0sy86YzsDI2MQIJCYwsjAybmRkZmR8wsHDyHgSSLAxiwTnJyenFlkpOCal5JcqaCsUJBYkCqZk5ibmJWekKugrBJfmpSRWsjAygACjlX-eAlAqPVUhNa84NTcpJ1UBiMpS81KKUlMygcrDgTKJJQol-empJRmpRQr5eQpuRZlAE4oZ9E8DAA'
	}
];

/** In seconds, as in the review: a click of the mouse, and a key. */
export const estimate = { click: 2.1, key: 0.28 } as const;
