/* Swap a video's facade for its player, once, when the reader asks; then it may begin. */
for (const play of document.querySelectorAll("[data-video]")) {
  play.addEventListener("click", (event) => {
    event.preventDefault()
    const address = new URL(play.dataset.video)
    address.searchParams.set("autoplay", "1")
    const player = document.createElement("iframe")
    player.src = address
    player.title = play.dataset.title
    player.allow = "autoplay; fullscreen; picture-in-picture"
    play.replaceWith(player)
    player.focus()
  })
}
