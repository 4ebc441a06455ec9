"""The streaming core: topics, frames, subscriptions and delivery over one WebSocket."""
