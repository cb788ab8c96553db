import { lines, type Topic } from './topic.js';

const bread: Topic = {
  projects: ['bread', 'kitchen', 'bread'],
  titles: lines(`
    sourdough spreading flat after shaping
    rye starter that smells of acetone
    focaccia for fourteen people 🫒
    baking steel or stone in a weak oven
    dinner rolls a day ahead
    gluten-free birthday cake that holds candles
    crumb gummy in the middle
    feeding schedule during a two-week holiday
    pizza dough at 70 % hydration
    brioche in a kitchen at 29 degrees
    scoring patterns for a batard
    what to do with sourdough discard
    wholemeal loaf the children will eat
    panettone, third attempt`),
  things: lines(`
    the bulk fermentation
    the strength of the flour
    the oven temperature
    the starter
    the final proof
    the hydration
    the shaping`),
  actions: lines(`
    bake ten minutes longer with the lid off
    feed the starter twice on the day before
    hold back 30 g of water
    proof overnight in the fridge
    fold every half hour and stop when the dough holds its shape
    write down the temperature of the dough
    let the loaf cool completely before slicing`),
  reasons: lines(`
    a warm kitchen doubles the speed of fermentation
    starch sets only while the loaf cools
    acid weakens gluten in the last hours
    wholemeal drinks more water than white flour
    a cold stone steals the first burst of heat`),
  conditions: lines(`
    the dough tears when it is stretched
    the crust is dark before the middle is done
    the starter falls back before it has doubled
    the loaf opens at the side
    the dough sticks to everything`),
  facts: lines(`
    A dough at 24 °C needs about five hours in bulk, at 28 °C closer to three.
    The poke test lies on cold dough; look at the volume instead.
    Salt at two per cent of the flour slows the yeast a little and tightens the gluten a lot.
    An inside temperature of 96 °C is done for a lean loaf, 88 °C for one with butter and eggs.
    Rye has hardly any gluten, so it is held together by starch and needs acid.
    A starter kept stiff and cold forgives ten days without food.`),
  blocks: [
    '| Ingredient | Weight | Baker’s % |\n| --- | ---: | ---: |\n| Strong white flour | 400 g | 80 |\n| Wholemeal | 100 g | 20 |\n| Water | 360 g | 72 |\n| Starter | 100 g | 20 |\n| Salt | 10 g | 2 |',
    '```text\n08:00  feed the starter\n13:00  mix flour and water, rest\n14:00  starter and salt\n14:30  fold, then again every 30 minutes, four times\n18:00  shape\n18:30  fridge until morning\n07:00  bake, 20 minutes covered, 22 open\n```',
  ],
  files: ['crumb-shot.jpg', 'bread-log.csv'],
};

const cooking: Topic = {
  projects: ['kitchen', 'kitchen', 'home'],
  titles: lines(`
    weeknight dal in twenty minutes
    Christmas menu with one vegan and one celiac 🎄
    risotto without constant stirring
    what to cook from a box of kohlrabi
    salt that went wrong in the soup
    fermented hot sauce, first batch 🌶️
    knife sharpening on a wet stone
    school lunches without nuts
    cast iron pan that keeps sticking
    cooking for thirty at the summer party
    leftover rice the safe way
    stock from vegetable peelings
    pavlova collapsing in humid weather
    eight dinners from one shopping trip`),
  things: lines(`
    the heat of the pan
    the salt
    the acidity
    the resting time
    the size of the pot
    the order of the steps
    the cooking water`),
  actions: lines(`
    season in three small steps
    cut everything before the stove is on
    add lemon at the very end
    cook the rice half-way and spread it on a tray
    taste once more after ten minutes
    double the spices and halve the cream
    freeze the second half in flat bags`),
  reasons: lines(`
    salt needs time to travel to the middle
    a crowded pan steams instead of browning
    acid makes a dull dish taste salted
    starch keeps the sauce together
    moist air keeps the sugar from drying`),
  conditions: lines(`
    the sauce splits as soon as it boils
    the vegetables turn grey
    one guest eats no onions
    the pan smokes before the oil shimmers
    the soup tastes of nothing`),
  facts: lines(`
    Cooked rice belongs in the fridge within an hour, spread thin so that it cools fast.
    A two per cent brine by weight of vegetables and water is a safe start for a ferment.
    For thirty people, count 60 g of dry pasta each beside a main and 100 g without one.
    Browning starts at about 140 °C, which wet food never reaches.
    Potatoes do not pull salt out of a soup; more soup does.
    A sharp knife slips less than a blunt one, because it needs less force.`),
  blocks: [
    '| Day | Dinner | Made from |\n| --- | --- | --- |\n| Mon | Dal, rice, cucumber | store cupboard |\n| Tue | Tray of roots, feta | market |\n| Wed | Fried rice | Monday’s rice |\n| Thu | Lentil soup | freezer |\n| Fri | Pizza | dough from Thursday |',
    '```text\nServes 4\n200 g red lentils, rinsed\n1 onion, 3 cloves of garlic, a thumb of ginger\n1 tsp cumin, 1 tsp turmeric\n700 ml water, salt, half a lemon\nspinach, as much as fits\n```',
  ],
  files: ['fridge.jpg', 'menu-draft.docx'],
};

const garden: Topic = {
  projects: ['garden', 'garden', 'home'],
  titles: lines(`
    balcony tomatoes splitting after rain 🍅
    hedge that keeps dogs out and hedgehogs in
    raised bed on a concrete yard
    slugs, again 🐌
    pruning the old quince
    compost that smells instead of heating
    shade plants under the walnut
    drip irrigation from a rain barrel
    when to sow broad beans here
    fungus gnats in the seedlings
    lawn into meadow over two years
    grafting scions from grandfather's apple
    potatoes in a tower of tyres
    frost dates for a north-facing slope`),
  things: lines(`
    the drainage
    the first frost
    the soil under the mulch
    the morning sun
    the watering
    the roots
    the pH of the bed`),
  actions: lines(`
    water deeply twice a week instead of a little every day
    cut back by a third in late winter
    mix in a third of shredded cardboard
    harden the seedlings off for a week
    mulch before the first hot spell
    pick the slugs at dusk with a torch
    leave one corner exactly as it is`),
  reasons: lines(`
    dry soil that gets a downpour makes fruit swell faster than skin
    walnut roots hold back most neighbours
    a heap without air turns sour
    concrete stores heat far into the night
    fresh cuttings root best while the sap rises`),
  conditions: lines(`
    the lower leaves turn yellow
    the seedlings grow long and pale
    the surface dries out before noon
    the heap stays cold
    the blossom comes before the last frost`),
  facts: lines(`
    Nematodes work from 12 °C of soil temperature and need two weeks of moist ground.
    A cubic metre is the smallest heap that heats by itself.
    Meadow flowers want poor soil, so the cuttings have to leave the lawn.
    Broad beans bear frost down to about minus five and dislike heat much more.
    Yellow traps count fungus gnats; a dry surface is what ends them.
    Quince fruits on short new shoots, so thin it and never shear it.`),
  blocks: [
    '| Month | Sow | Plant out | Cut |\n| --- | --- | --- | --- |\n| March | broad beans, peas | onions | quince |\n| April | carrots, chard | potatoes | – |\n| May | beans | tomatoes after the 15th | lilac |\n| October | garlic | fruit trees | meadow |',
    '- north bed: garlic, then beans\n- south bed: tomatoes, basil, marigold\n- barrel: mint, on its own\n- under the walnut: hostas, ferns, wild garlic',
  ],
  files: ['leaf-spots.jpg', 'bed-plan.pdf'],
};

const renovation: Topic = {
  projects: ['renovation', 'renovation', 'home'],
  titles: lines(`
    damp patch above the bathroom door
    oak floor: oil or lacquer
    sound insulation to the neighbour's piano
    questions for the heat pump installer
    lime plaster over old gypsum
    drawer that jams in summer
    tile order with ten per cent to spare
    window seals before winter
    load-bearing wall or not
    colour for a hallway without daylight
    comparing three roof quotes
    wiring plan for the workshop
    cellar shelves that survive a flood
    bathroom fan that runs all night`),
  things: lines(`
    the moisture in the wall
    the second quote
    the joint at the sill
    the subfloor
    the drying time
    the vapour barrier
    the fuse for that circuit`),
  actions: lines(`
    measure the humidity for two weeks
    ask for the price per square metre in writing
    tape a sheet of foil to the wall overnight
    leave a gap of ten millimetres along the walls
    call a structural engineer for one hour
    paint a sample of a square metre and look at it at dusk
    switch the circuit off and check it twice`),
  reasons: lines(`
    warm air drops its water on the coldest surface
    wood moves across the grain
    lime needs carbon dioxide to set
    every hole in the barrier counts more than its thickness
    the cheapest quote leaves out the scaffold`),
  conditions: lines(`
    the patch grows after a week of rain
    the plaster sounds hollow
    the boards creak near the door
    the quotes differ by a third
    the fan never switches off`),
  facts: lines(`
    A relative humidity above 70 % at the wall for days is where mould begins.
    Oil can be mended in one spot, lacquer only as a whole floor.
    Mass stops low notes, and only a gap in the structure stops footsteps.
    Lime plaster dries about a millimetre a day, so two coats mean a month.
    Ask each roofer for the same three lines, and the quotes become comparable.
    Anything on the fuse board itself is work for an electrician.`),
  blocks: [
    '| | Quote A | Quote B | Quote C |\n| --- | ---: | ---: | ---: |\n| Scaffold | 2,900 | included | not named |\n| Battens | 4,100 | 5,300 | 3,900 |\n| Tiles | 9,700 | 11,200 | 9,900 |\n| Gutter | 1,250 | 1,400 | not named |\n| Sum | 17,950 | 17,900 | 13,800 |',
    '1. patch of foil, 24 hours\n2. water under the foil: the wall is wet\n3. water on the foil: the air is wet\n4. neither: it was a pipe, once',
  ],
  files: ['wall.jpg', 'quote-roof-b.pdf', 'floor-plan.svg'],
};

export const homeTopics = { bread, cooking, garden, renovation };
