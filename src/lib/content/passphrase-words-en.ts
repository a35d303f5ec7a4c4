/**
 * 1,024 short, common words in English, to seal a copy with five of them (see `src/lib/domain/passphrase.ts`). None is the
 * beginning of another and none is one letter away from another, accents apart, so that a slip of the pen gives no other
 * word. Nothing cruel, and nothing about illness, death, weapons, heights or substances: any five of them may stand together.
 */
export const passphraseWords: readonly string[] = `
	acorn actor agree airport alarm album alley almond alpaca already also always amount anchor animal ankle
	answer antique antler anvil apple apricot apron aqua arcade arch artist aster athlete atlas attic author
	autumn avenue avocado awake award away baby bacon badger bagel bakery balance balloon bamboo banana banjo
	banner barge barley barrel bashful basin basket bathtub bean beaver bedroom beehive beetle begin believe
	bell belong bench beside between beyond bicycle binder bingo birch bird biscuit bison blanket blend bloom
	blossom blouse blue bobcat bonnet borrow bottle bounce bowl brave bread brick bright bring bronze brook
	brother brown brush bubble bucket buckle build bulb bumpy bundle burger busy butter button buzz cabbage
	cabin cactus cafe calf camel camera camp canal canary canoe canopy canvas canyon captain caramel caravan
	card cargo caribou carpet carry cartoon cascade castle cater cavern cedar ceiling celery cement century
	chalk change chapel chapter chart cheddar cheese cheetah cherry chess chilly chime chimney chin chives
	choice choir choose chorus circle circus citrus city clam class clean clever climb clipper cloak close cloud
	coach coat cobble cobweb cocoa coconut collar collie column comb comet comfort comic common compost concert
	cook copper copy coral cosmos cottage cotton cougar count coupon courage cousin cover coyote cradle crate
	crayon creek cricket crisp crocus crop crowd crumb crunchy crystal cube curly curtain curve cushion custard
	dahlia daisy damsel dance darling decade delight denim design desk dewdrop dial diamond diary dinner dogwood
	dolphin domino donkey door dozen dragon draw dream dress drive drizzle drum duck dune duvet eager eagle
	early earnest earring earth easel easy echo edge elbow elder eleven else ember emerald empty encore engine
	enter entry equator eraser errand evening example explain explore extra eyebrow fable fabric fair falcon
	family famous farm fasten faucet fawn feed fence fern ferret field fifty film find firefly first fish flag
	flannel flask fleece flint floor floral fluffy flute foam focus folk foot forest format fortune forward
	fossil frame freeze fresh friend fringe frog frost fruit fudge future gadget galaxy gallery gallop garage
	garden garlic garnet gate gazelle gecko gentle giant ginger giraffe give glacier glad glaze glimmer glitter
	globe goal golf goose gopher grace granite graph grass gravy greet grid grill groom group grove grow guava
	guess guitar gumdrop habit hammock hamster handle handy happy harmony harp harvest hatch hazel head hello
	helmet helper herb heron highway hike hill hinge hobby hockey holiday honest honey hood hope horizon horn
	horse hotel hour human hummus hurry husky iceberg icicle idea igloo iguana include indigo inlet insect
	instant invent invite iris iron island ivory jacket jade jaguar jasmine jazz jeans jersey jewel jigsaw
	jingle join joke jolly journal journey juggle juice jukebox jumble juniper just kayak keep kennel king kiosk
	kitchen kite kiwi koala label lace ladder ladle ladybug lagoon lamb land lantern lark laugh laundry lava
	layer learn legend lemon lens lentil leopard lesson letter lettuce level library lichen lift light lilac
	lily linen lion liquid listen little lively lizard llama loaf lobster local lodge logbook loop lotus lounge
	love lucky luggage lullaby lunch magic magnet magpie mailbox mallard mammal mango maple marble marina market
	marmot marsh mascot mason maze meadow measure melody melon melt memo menu mermaid merry message meteor mild
	mineral mint minute mirror misty mitten mixture mocha model modern moment moon morning mosaic moss mother
	motor mouse movie much mural museum music mustang name napkin nature navy neck nectar neon nephew nibble
	nickel nightly noble noodle north notice novel nugget number nursery nutmeg nylon oasis oatmeal oats ocean
	octave olive onion only opera orbit orchard order oregano organ origami osprey ostrich otter outdoor outfit
	outline outside oval oven oxygen oyster package palace palette palm pancake panda panel panther paper
	paprika parade parasol parrot parsley parsnip party pasta pastel pastry path patio patrol pattern pause
	peacock peanut pebble pecan pelican pencil penguin peony pepper perfect perfume person petal phone photo
	piano pickle picnic picture piece pigeon piglet pilot pioneer pitcher pizza plain plant plaster plastic
	plate play plaza please plenty plum podium poem polish polite polka poncho pond popcorn poplar porch post
	potato pottery powder prairie praise prance pretty pretzel print prism prize problem promise proper proud
	public pudding puddle puffin pulp pumpkin pupil puppet puppy purple purse push puzzle pyramid quail quality
	quart quest quick quilt quite quiver quiz rabbit radio radish raft rain raisin rake ranch range rapid rather
	rattle raven ravioli ready real recipe record recycle redwood reef refill reflect relay relish remind repair
	reply reptile rescue resort return rhubarb ribbon riddle ripple rise river robin robot rock rodeo rooster
	rough round rowing royal rubber ruby ruffle ruler rustle saddle sage sailor salad salmon salsa salt salute
	sandal satin sauce scarf scenic school scout screen scroll search season seat second secret seesaw select
	send serve sesame settle seven shadow share shawl shelf shine shoe shovel shrimp shrub sign silk silly
	silver simple sister sixty size skate sketch skip skirt sled sleep sleeve slide sloth small smile smooth
	snail snore snow snug soccer socket soft soil solar solid solve song sorbet soup south space spark speak
	spell spin spiral splash sponge spoon sport spread spring sprout spruce square squash squeak squid stack
	stairs stamp staple start statue stay steady steel stew still stir stool stop story stove straw stream
	street stripe strong studio study style sugar suit summer sunny sunset surf swan sweet swift swim swing
	switch symbol taco talent tall tangy taste taxi teach teacup team teapot teddy teeth temple tender tennis
	tent thank thick third thirty thread three thumb thyme ticket tiger timber time tinsel tiny tiptoe tissue
	title toad toast toffee tomato tongue tooth topaz topic toucan touch towel town trail travel tray treat trim
	trophy trot true trunk trust tulip tuna tundra tunnel turkey turnip turtle twelve twenty twin twist type
	uncle under unique until uphill upper upward urban useful usual vast veil velvet very view vine violet
	violin vision visit voice volume voyage waffle wagon wait walk wallet walnut walrus waltz wash wave west
	whale wheat wheel white wide wiggle willow window wink winter wisdom wonder wool world worm yarn year yellow
	yoga young zebra zero zigzag zinc zipper zone zoom
`
	.trim()
	.split(/\s+/);
