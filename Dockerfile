# One image for both roles: ROLE=web, ROLE=worker or ROLE=all (the default).
FROM node:24-bookworm-slim AS build
WORKDIR /samla
COPY package.json package-lock.json .npmrc ./
# Install scripts stay off: the packages that need theirs are not used in production.
RUN npm ci --ignore-scripts
COPY . .
# The generator wants to know an address, and does not connect to it.
RUN DATABASE_URL=postgresql://127.0.0.1:1/none node node_modules/prisma/build/index.js generate \
 && node node_modules/@remix-run/dev/dist/cli.js vite:build \
 && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
WORKDIR /samla
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 FILES_DIR=/samla/files
COPY --from=build --chown=node:node /samla ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s CMD node -e "fetch('http://127.0.0.1:3000/health').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"
CMD ["node", "server.ts"]
