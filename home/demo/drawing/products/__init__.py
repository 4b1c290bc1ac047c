"""The product pictures, square. Each thing stands on the lower edge of its picture, on
white that the page multiplies away, with the long shadow of a low sun to its right."""

from .calm import massage_ball, pocket_chimes, white_noise_shell
from .cards import story_cards
from .cloth import beach_towel, canvas_tote, dog_blanket, floor_cushion, wool_blanket
from .clothes import folded_sweatshirt, funny_tee, zip_hoodie
from .crockery import brass_sound_bowl, morning_mug, speckled_beaker
from .desk import day_diary, framed_hills, jigsaw_box, paint_set, phone_stand
from .household import dog_carrier, watering_can
from .jewellery import bead_bracelet, leaf_pendant, star_necklace
from .lights import candle_kit, candle_trio, jar_candle, red_light_panel, sunrise_lamp

ALL = (
    *(morning_mug, speckled_beaker, brass_sound_bowl),
    *(jar_candle, candle_trio, red_light_panel, sunrise_lamp, candle_kit),
    *(wool_blanket, floor_cushion, dog_blanket, canvas_tote, beach_towel),
    *(folded_sweatshirt, funny_tee, zip_hoodie),
    *(day_diary, framed_hills, jigsaw_box, paint_set, story_cards, phone_stand),
    *(watering_can, dog_carrier),
    *(leaf_pendant, star_necklace, bead_bracelet),
    *(pocket_chimes, massage_ball, white_noise_shell),
)
