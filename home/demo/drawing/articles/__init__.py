"""The article pictures, 3:2. One function a picture, named as its file."""

from .outdoors import big_sun_walk, hills_mist, moon_blanket, over_the_edge, slow_sea, water_rings
from .patterns import last_piece, nine_pebbles, weave
from .rooms import by_the_door, candle_dusk, morning_window, nap_in_the_light, seedlings, vase_shadow, warm_arches
from .tabletop import a_kind_letter, mug_steam, one_biscuit, phone_asleep, small_steps, sound_bowl

ALL = (
    *(morning_window, nap_in_the_light, by_the_door, seedlings, vase_shadow, candle_dusk, warm_arches),
    *(hills_mist, big_sun_walk, over_the_edge, water_rings, moon_blanket, slow_sea),
    *(mug_steam, sound_bowl, small_steps, a_kind_letter, phone_asleep, one_biscuit),
    *(weave, last_piece, nine_pebbles),
)
