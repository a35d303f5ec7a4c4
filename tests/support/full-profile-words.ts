import type { Lang } from '$lib/domain/language';

type Five = readonly [string, string, string, string, string];

/** What a person would have typed: short and long, with accents, one word longer than a narrow screen. */
export interface PersonWords {
	longWord: string;
	longStep: string;
	emojiStep: string;
	tiny: string;
	reason: string;
	detail: string;
	putAway: string;
	dayNote: string;
	restNote: string;
	longNote: string;
	shortNote: string;
	letter: string;
	tags: readonly string[];
	alt: string;
	series: string;
	name: string;
	email: string;
	doctor: string;
	noNumber: string;
	when: string;
	ask: string;
	ideas: Five;
	agreements: readonly [string, string, string];
	sign: string;
	does: string;
	helped: string;
	lines: readonly [string, string];
	wants: readonly [string, string, string];
	questions: readonly [string, string];
	/** Two lines, the second one long. */
	plan: string;
}

const email = 'marie-antoinette.de-la-chevrotiere-saint-pierre@example.org';

export const wordsOfAPerson: Record<Lang, PersonWords> = {
	en: {
		longWord: 'Pneumonoultramicroscopicsilicovolcanoconiosisandmore',
		longStep: 'Put both feet on the floor, then the kettle on, before I look at any screen at all',
		emojiStep: 'Say goodnight to the cat 🐈‍⬛ and to the plants 🪴',
		tiny: 'Wet a cloth',
		reason: 'The morning is less heavy when something is already done',
		detail: 'with breakfast and with supper',
		putAway: 'Phone off at ten',
		dayNote: 'Rain all day. The soup was good, and Léa called about nothing at all.',
		restNote: 'Stayed under the blanket.',
		longNote:
			'I went as far as the corner store.\n\nIt took twenty minutes. The man at the till knew my name, and I bought an orange. On the way back I sat on the bench and it was all right to sit there.',
		shortNote: 'Œuvre finished: the blue scarf.',
		letter: 'Dear me, the snow went away the last time too.',
		tags: ['scarf', 'my sister'],
		alt: 'The first rows of a blue scarf',
		series: 'The blue scarf',
		name: 'Maximilienne-Alexandra O’Shaughnessy-Villeneuve',
		email,
		doctor: 'Dr. Nguyen-Tremblay',
		noNumber: 'ask at the counter',
		when: 'Weekdays, after supper, not on Wednesday',
		ask: 'Hi. Today is hard.\nCan you stay on the phone with me?',
		ideas: ['Knit two rows', 'Feed the birds behind the library', 'Write to Léa', 'Smell the coffee before I drink it', 'Sort the button box by colour'], // prettier-ignore
		agreements: [
			'I bring the list to each visit',
			'We call back within two days',
			'We eat together on Sunday'
		],
		sign: 'I stop answering my sister',
		does: 'go to bed at ten, three nights',
		helped: 'The long shower, and the radio very low',
		lines: ['It has passed before.', 'One minute, then we see.'],
		wants: ['Go to the library once', 'Have a key of my own', 'Teach somebody to knit'],
		questions: ['Can the evening one move to supper?', 'Who do I call in August?'],
		plan: 'A quiet room and a light left on.\nPlease talk slowly, one person at a time, and tell me first what is going to happen next.'
	},
	fr: {
		longWord: 'Hexakosioihexekontahexaphobieanticonstitutionnellement',
		longStep: 'Poser les deux pieds par terre, puis mettre la bouilloire, avant de regarder le moindre écran',
		emojiStep: 'Dire bonne nuit au chat 🐈‍⬛ et aux plantes 🪴',
		tiny: 'Mouiller une débarbouillette',
		reason: 'Le matin pèse moins quand quelque chose est déjà fait',
		detail: 'avec le déjeuner et avec le souper',
		putAway: 'Téléphone fermé à dix heures',
		dayNote: 'De la pluie toute la journée. La soupe était bonne, et Léa a appelé pour rien du tout.',
		restNote: 'Sous la couverture.',
		longNote:
			'Je suis allée jusqu’au dépanneur.\n\nÇa a pris vingt minutes. L’homme à la caisse savait mon nom, et j’ai acheté une orange. En revenant, je me suis assise sur le banc, et c’était correct d’être assise là.',
		shortNote: 'Œuvre terminée : le foulard bleu.',
		letter: 'Chère moi, la neige est partie la dernière fois aussi.',
		tags: ['foulard', 'ma sœur'],
		alt: 'Les premiers rangs d’un foulard bleu',
		series: 'Le foulard bleu',
		name: 'Maximilienne-Alexandra O’Shaughnessy-Villeneuve',
		email,
		doctor: 'Dre Nguyen-Tremblay',
		noNumber: 'demander au comptoir',
		when: 'En semaine, après le souper, pas le mercredi',
		ask: 'Allô. Aujourd’hui est difficile.\nPeux-tu rester au téléphone avec moi?',
		ideas: ['Tricoter deux rangs', 'Nourrir les oiseaux derrière la bibliothèque', 'Écrire à Léa', 'Sentir le café avant de le boire', 'Trier la boîte de boutons par couleur'], // prettier-ignore
		agreements: ['J’apporte la liste à chaque visite', 'Nous rappelons en deux jours', 'On mange ensemble le dimanche'], // prettier-ignore
		sign: 'Je ne réponds plus à ma sœur',
		does: 'me coucher à dix heures, trois soirs',
		helped: 'La longue douche, et la radio très basse',
		lines: ['C’est déjà passé.', 'Une minute, puis on verra.'],
		wants: ['Aller une fois à la bibliothèque', 'Avoir une clé à moi', 'Montrer le tricot à quelqu’un'],
		questions: ['Est-ce que celui du soir peut aller au souper?', 'Qui appeler en août?'],
		plan: 'Une pièce calme et une lumière allumée.\nParlez-moi lentement, une personne à la fois, et dites-moi d’abord ce qui va se passer ensuite.'
	}
};
