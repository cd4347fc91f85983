# The Rasa side: private network only, no state, no published port. Build from the project's root:
#   docker build -f deploy/rasa.Dockerfile -t claimloket-rasa .
FROM python:3.10-slim-bookworm
ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 RASA_TELEMETRY_ENABLED=false PYTHONPATH=/srv/claimloket
WORKDIR /srv/claimloket
COPY requirements/rasa.txt requirements/uv.txt requirements/
RUN pip install --no-cache-dir --require-hashes -r requirements/uv.txt \
 && uv pip install --system --no-cache --no-deps --require-hashes -r requirements/rasa.txt
COPY bot/__init__.py bot/__init__.py
COPY bot/nlu bot/nlu
RUN python bot/nlu/rasa/shim.py --install
COPY config.yml domain.yml endpoints.yml credentials.yml ./
COPY data data
RUN rasa train --fixed-model-name claimloket > /tmp/train.log 2>&1 || (tail -50 /tmp/train.log && false)
RUN useradd --system claimloket && chown -R claimloket /srv/claimloket
USER claimloket
# CLAIMLOKET_ACTION_URL and CLAIMLOKET_ACTION_SECRET come from the environment.
CMD ["rasa", "run", "--interface", "0.0.0.0", "--port", "5005", "--model", "models/claimloket.tar.gz"]
