# The app: the only door to the outside. Build from the project's root:
#   docker build -f deploy/app.Dockerfile -t claimloket-app .
FROM python:3.11-slim-bookworm
ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PYTHONPATH=/srv/claimloket
WORKDIR /srv/claimloket
COPY requirements/app.txt requirements/uv.txt requirements/
RUN pip install --no-cache-dir --require-hashes -r requirements/uv.txt \
 && uv pip install --system --no-cache --require-hashes -r requirements/app.txt
COPY bot bot
COPY actions actions
COPY domain.yml ./
COPY docs/claim-file.schema.json docs/
ENV CLAIMLOKET_HOST=0.0.0.0 CLAIMLOKET_ACTION_HOST=0.0.0.0
RUN useradd --system --create-home claimloket && mkdir /var/lib/claimloket && chown claimloket /var/lib/claimloket
USER claimloket
# All settings come from the environment (README, Settings). The action listener must be reachable by the Rasa container only.
CMD ["python", "-m", "bot.cli", "serve"]
