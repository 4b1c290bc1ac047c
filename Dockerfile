FROM python:3.12.12-slim-bookworm AS build
WORKDIR /app
COPY tools/install.py tools/
COPY requirements.txt .
RUN python3 tools/install.py requirements.txt
COPY . .
# Static files do not depend on any of these; the settings only insist on having them.
RUN SECRET_KEY=unused ALLOWED_HOSTS=unused EMAIL_URL=dummymail:// DJANGO_SETTINGS_MODULE=site_core.settings.production \
    .venv/bin/python manage.py collectstatic --noinput --verbosity 0 \
    && mkdir -p var/media

FROM python:3.12.12-slim-bookworm
RUN useradd --system --uid 10001 --no-create-home spencer
WORKDIR /app
COPY --from=build /app /app
RUN chown -R spencer var/media
USER spencer
ENV DJANGO_SETTINGS_MODULE=site_core.settings.production PYTHONUNBUFFERED=1
EXPOSE 8000
CMD [".venv/bin/python", "-m", "gunicorn", "--bind", "0.0.0.0:8000", "site_core.wsgi"]
