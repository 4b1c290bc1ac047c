"""What can be known of the container files without an engine, and of the settings that they feed."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = re.compile(r"\$\{(\w+)[^}]*\}")
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SET_BY_THE_PROCESS_ITSELF = {"CONNECT_AS_READER"}
SITE_SERVICES = ("migrate", "web", "worker")
READ_NAMES = """
import environ, json
read = set()
get_value = environ.Env.get_value
def recorded(self, name, *args, **kwargs):
    read.add(name)
    return get_value(self, name, *args, **kwargs)
environ.Env.get_value = recorded
environ.Env.read_env = staticmethod(lambda *args, **kwargs: None)
from site_core.settings import production
print(json.dumps({"read": sorted(read), "engine": production.DATABASES["default"]}, default=str))
"""


def example_names():
    lines = (ROOT / ".env.example").read_text().splitlines()
    return {match[1] for line in lines if (match := re.match(r"#?([A-Z_]+)=", line))}


def passed():
    """The variables that compose gives the site, with values such as a person would fill in."""
    filled = {
        "POSTGRES_PASSWORD": "secret",
        "SITE_URL": "https://www.example.com",
        "EMAIL_URL": "consolemail://",
        "REQUIRE_SECOND_FACTOR": "True",
    }
    return {
        name: REFERENCE.sub(lambda match: filled.get(match[1], f"{match[1]}-filled-in"), value)
        for name, value in COMPOSE["services"]["web"]["environment"].items()
    }


def load_production(environment):
    plain = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    command = [sys.executable, "-c", READ_NAMES]
    return subprocess.run(command, cwd=ROOT, env=plain | environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def loaded():
    result = load_production(passed())
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def test_compose_has_site_database_and_worker():
    services = COMPOSE["services"]
    assert set(services) == {"db", *SITE_SERVICES}
    assert "healthcheck" in services["db"]
    assert "healthcheck" in services["web"]
    assert services["worker"]["command"].endswith("manage.py worker")
    assert services["migrate"]["depends_on"] == {"db": {"condition": "service_healthy"}}
    for name in ("web", "worker"):
        assert services[name]["depends_on"] == {"migrate": {"condition": "service_completed_successfully"}}


def test_what_must_outlive_a_container_is_in_a_named_volume():
    kept = {volume.split(":")[0] for service in COMPOSE["services"].values() for volume in service["volumes"]}
    assert kept == set(COMPOSE["volumes"]) == {"database", "media"}


def test_images_are_pinned_and_not_run_as_root():
    dockerfile = (ROOT / "Dockerfile").read_text()
    bases = re.findall(r"^FROM (\S+)", dockerfile, re.MULTILINE)
    assert len(bases) == 2
    for image in (*bases, COMPOSE["services"]["db"]["image"]):
        assert re.search(r":\d+\.\d+", image), image
    assert re.findall(r"^USER (\S+)", dockerfile, re.MULTILINE) == ["spencer"]


def test_every_variable_is_explained_and_read(loaded):
    referred = set(REFERENCE.findall((ROOT / "docker-compose.yml").read_text()))
    assert referred - example_names() == set()
    assert set(passed()) - example_names() == set()
    assert set(passed()) - set(loaded["read"]) == set()
    assert example_names() - referred - set(loaded["read"]) == set(), "explained, but nothing reads it"
    assert set(loaded["read"]) - example_names() == SET_BY_THE_PROCESS_ITSELF, "read, but not explained"


def test_the_database_of_compose_is_the_one_that_settings_use(loaded):
    assert loaded["engine"]["HOST"] == "db"
    assert loaded["engine"]["NAME"] == COMPOSE["services"]["db"]["environment"]["POSTGRES_USER"]
    assert loaded["engine"]["PASSWORD"] == "secret"


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS", "EMAIL_URL"])
def test_a_missing_setting_is_named(name):
    environment = passed()
    del environment[name]
    result = load_production(environment)
    assert result.returncode == 1
    assert name in result.stderr.strip().splitlines()[-1]


def test_dockerfile_installs_as_make_does():
    makefile, dockerfile = (ROOT / "Makefile").read_text(), (ROOT / "Dockerfile").read_text()
    assert "INSTALL := @$(PYTHON) tools/install.py\n" in makefile
    assert "$(INSTALL) requirements.txt requirements-local.txt\n" in makefile
    assert "RUN python3 tools/install.py requirements.txt\n" in dockerfile
    assert "pip" not in makefile.replace("var/uv/bin/python -m pip", "").replace("var/drawing/bin/python -m pip", "")
    assert "pip" not in dockerfile


def test_everything_the_image_needs_is_let_in_and_nothing_secret():
    let_in = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    apps = {folder.parent.name for folder in ROOT.glob("*/apps.py")}
    files = {"manage.py", "gunicorn.conf.py", "requirements.txt", "tools/install.py", "docs/editors.md"}
    assert apps | files | {"templates", "docs/pictures/desk"} == let_in
