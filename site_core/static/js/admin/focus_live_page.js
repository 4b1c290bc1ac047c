// What has just been published is one press of Enter away: the focus begins on "View live", in the message that says so.

const link = [...document.querySelectorAll('.messages .success a')].find(({ pathname }) => !pathname.startsWith('/admin/'));

if (link && !window.location.hash) {
  const message = link.closest('li');
  message.id = 'published';
  link.setAttribute('aria-describedby', message.id);
  link.focus();
}
