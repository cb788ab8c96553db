import { lines, type Topic } from './topic.js';

const travel: Topic = {
  projects: ['trips', 'trips', 'family'],
  titles: lines(`
    Lisbon in four days with a toddler
    night train to Vienna or the early flight
    cabin near Røros in February
    packing list for two weeks with hand luggage
    Alentejo by bicycle in late April 🚲
    ferry timetable to the small islands
    cheap rail passes for a family of five
    rainy-day list for Edinburgh
    travel insurance wording about strikes
    hiking boots that fit wide feet
    Christmas markets without crowds
    house swap: what to write about our flat
    lost suitcase letter to the airline
    what to see in Bologna on a Monday`),
  things: lines(`
    the connection in Lyon
    the weather in that week
    the luggage limit
    the second night
    the booking window
    the walk from the station
    the nap after lunch`),
  actions: lines(`
    book the couchette as soon as the window opens
    plan one thing a day and leave the afternoon free
    stay two nights in the same place
    take the tram early or not at all
    carry a change of clothes in the day pack
    ask the host about the stairs
    keep the receipts in one envelope`),
  reasons: lines(`
    seats go on sale ninety days ahead
    the hills are steeper than the map says
    museums close on Mondays
    the wind comes from the north in the afternoon
    prices fall again after the school holidays`),
  conditions: lines(`
    the train is half an hour late
    it rains for three days in a row
    the little one refuses the pram
    the ferry is cancelled
    the room is not ready before four`),
  facts: lines(`
    Lisbon's old trams are full from nine; the ferry shows the same hills for less.
    In the Alentejo the shade ends at eleven, so the good hours are before breakfast.
    A missed connection on one ticket is the railway's problem, on two tickets it is yours.
    Airlines owe a reply within two months, and a polite date in the letter helps.
    Two pairs of shoes, one of them on the feet, have been enough on every trip so far.
    Bologna's porticoes make it the best city in Italy for rain.`),
  blocks: [
    '| Day | Morning | Afternoon |\n| --- | --- | --- |\n| Thu | arrive, playground at the river | nap, then fish soup |\n| Fri | aquarium at opening time | garden of the Gulbenkian |\n| Sat | ferry to Cacilhas | nothing |\n| Sun | tiles museum | train home at 17:40 |',
    '- passports, cards, one photo of each\n- three shirts, one jumper, rain jacket\n- charger and the flat adapter\n- medicine in the original box\n- the small blue elephant',
  ],
  files: ['itinerary.pdf', 'tickets.pdf'],
};

const parenting: Topic = {
  projects: ['family', 'school', 'family'],
  titles: lines(`
    bedtime that drifts to half past nine
    birthday party for nine six-year-olds 🎂
    screen time rules the grandparents accept
    letter to the school about the bus stop
    reading practice without tears
    first bicycle: size and brakes
    pocket money for two ages
    explaining a war to a seven-year-old
    picky eater and the beige plate
    sharing one room fairly
    lost tooth abroad: fairy logistics 🦷
    swimming lessons or wait a year
    quarrels about the last biscuit
    chore chart that is not a contract`),
  things: lines(`
    the hour before bed
    the first week
    the tone of the letter
    the older one's turn
    the hungry half-hour
    the promise from Sunday
    the reward`),
  actions: lines(`
    offer two choices and no third
    name the feeling before the rule
    move dinner twenty minutes forward
    read one page each in turn
    let them draw the chart themselves
    say what happens next instead of what must stop
    leave the table without a comment`),
  reasons: lines(`
    a tired child cannot decide
    praise for effort lasts longer than praise for talent
    routines carry when words do not
    a rule with seven exceptions is a negotiation
    children hear the tone before the sentence`),
  conditions: lines(`
    the evening ends in tears
    the grandparents say yes to everything
    one of them is ill
    the new rule has lasted three days
    nothing green is touched`),
  facts: lines(`
    Most six-year-olds need ten to eleven hours, and moving bedtime works in steps of fifteen minutes.
    A new food is often refused ten times before it is normal, so small and often wins.
    Five words about a hard topic, then a question, tells you how much they want to know.
    For a first bicycle, both feet flat on the ground matters more than room to grow.
    Party games of eight minutes each, and one long one outside, is about what nine children bear.
    Ask the teacher for one small goal, and practise only that at home.`),
  blocks: [
    '| Time | What |\n| --- | --- |\n| 18:10 | dinner |\n| 18:45 | bath or the big bowl |\n| 19:10 | two books, their choice |\n| 19:30 | light off, door open a hand |',
    '> Dear Ms Okafor,\n>\n> since the stop moved across the main road, six children from our street cross it in the dark. Could we meet for fifteen minutes to look at the map together?',
  ],
  files: ['class-list.xlsx', 'letter-draft.docx'],
};

const physics: Topic = {
  projects: ['physics', 'physics', 'school'],
  titles: lines(`
    why heavier things do not fall faster
    momentum of two colliding trolleys
    lens equation with a sign that will not agree
    units in the pendulum experiment
    standing waves on a rope
    energy of a skateboarder on a ramp
    error bars for the cooling curve
    electric circuits with three lamps
    is a mirror left-right or front-back
    buoyancy of the steel ship in the bathtub
    sketching v-t graphs from a bus ride
    what a light year measures
    half-life with a bag of dice 🎲
    two-body orbit in a spreadsheet`),
  things: lines(`
    the sign convention
    the free-body diagram
    the unit of the slope
    the kinetic energy
    the total resistance
    the uncertainty
    the frame of reference`),
  actions: lines(`
    draw the forces before writing an equation
    carry the units through every line
    solve for the symbol first and put numbers in last
    check the limit where the angle is zero
    plot the square of the period against the length
    repeat the measurement five times
    say the answer as a sentence`),
  reasons: lines(`
    mass cancels on both sides
    the same current flows through lamps in series
    energy is conserved and momentum too
    the image lies behind the mirror
    a small angle and its sine are nearly equal`),
  conditions: lines(`
    the answer comes out negative
    the units do not match
    the graph curves where it should be straight
    one lamp is unscrewed
    air resistance can be ignored`),
  facts: lines(`
    A negative image distance is no mistake; it means the image is virtual.
    Timing ten swings and dividing by ten shrinks the reading error, which is what you want.
    A mirror swaps front and back; we add the left and right ourselves when we imagine turning round.
    The area under a v-t graph is the distance, its slope the acceleration.
    In a perfectly inelastic collision kinetic energy is lost, momentum never.
    A light year is a distance of about nine and a half million million kilometres.`),
  blocks: [
    '$$\n\\frac{1}{f} = \\frac{1}{a} + \\frac{1}{b}\n\\qquad\\Rightarrow\\qquad\nb = \\frac{a f}{a - f}\n$$\n\nWith $f = 5\\,\\mathrm{cm}$ and $a = 3\\,\\mathrm{cm}$ this gives $b = -7.5\\,\\mathrm{cm}$.',
    '$$\nT = 2\\pi\\sqrt{\\frac{\\ell}{g}}\n$$\n\n| $\\ell$ (m) | $T$ (s) | $T^2$ (s²) |\n| ---: | ---: | ---: |\n| 0.25 | 1.00 | 1.01 |\n| 0.50 | 1.42 | 2.01 |\n| 1.00 | 2.01 | 4.03 |',
    '```python\nx, y, vx, vy, dt = 1.0, 0.0, 0.0, 1.0, 0.01\nfor step in range(628):\n    r3 = (x * x + y * y) ** 1.5\n    vx -= x / r3 * dt\n    vy -= y / r3 * dt\n    x += vx * dt\n    y += vy * dt\nprint(round(x, 2), round(y, 2))\n```',
  ],
  files: ['worksheet-7.pdf', 'cooling-curve.csv'],
};

const running: Topic = {
  projects: ['home', 'family'],
  titles: lines(`
    half marathon plan with four days a week
    sore knee after downhill runs
    strength routine without equipment
    sleep after night shifts
    what the blood test abbreviations mean
    commuting by bike in the rain 🌧️
    breathing rhythm for slow runs
    back pain at the standing desk
    first swim in cold water
    new shoes after 700 kilometres
    stretching: before, after, never
    lunch that does not end in a nap
    allergy diary for the doctor
    heart-rate zones and an old watch`),
  things: lines(`
    the long run
    the resting pulse
    the weekly distance
    the desk height
    the warm-up
    the easy pace
    the days in between`),
  actions: lines(`
    run slowly enough to speak in sentences
    add no more than a tenth a week
    stop two hours before bed
    write the diary for a fortnight
    see a physiotherapist if it lasts three weeks
    shorten the stride downhill
    take every fourth week easy`),
  reasons: lines(`
    tendons adapt more slowly than lungs
    braking downhill loads the knee most
    the body clock follows light, not will
    a tired form is a learned form
    pain that warms up and returns next day means too much`),
  conditions: lines(`
    the knee hurts on stairs
    the pulse stays high the next morning
    a week is missed
    the shoes feel flat
    the night is shorter than six hours`),
  facts: lines(`
    I am no doctor; for numbers outside the range of the lab, ask the practice that ordered them.
    Four of five kilometres should feel almost too easy.
    Two short strength sessions protect knees better than one long one.
    Cold water takes heat about twenty-five times faster than air, so minutes are enough.
    After a night shift, dark glasses on the way home help more than any tea.
    Shoes wear out in the foam long before the sole shows it.`),
  blocks: [
    '| Week | Tue | Thu | Sat | Sun |\n| ---: | --- | --- | --- | ---: |\n| 1 | 5 km easy | 6 × 400 m | – | 10 km |\n| 2 | 6 km easy | 8 km steady | – | 12 km |\n| 3 | 6 km easy | 5 × 800 m | swim | 14 km |\n| 4 | 4 km easy | 5 km easy | – | 9 km |',
    '- calf raises, 3 × 12, slow on the way down\n- side plank, 3 × 30 s\n- single-leg bridge, 3 × 8\n- step down from a low stair, 3 × 8',
  ],
  files: ['lab-report.pdf', 'watch-export.gpx'],
};

export const familyTopics = { travel, parenting, physics, running };
