// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/FlightPicture.h"

#include <algorithm>

namespace frontdesk::models {

namespace {

using connection::FlightEntry;
using Kind = FlightPicture::Kind;

constexpr int slices = 288; ///< of five minutes
constexpr double sliceWidth = 1.0 / slices;

Kind kindOf(connection::State state)
{
    switch (state) {
    case connection::State::Online:
        return Kind::Online;
    case connection::State::Connecting:
    case connection::State::Authenticating:
    case connection::State::CatchingUp:
    case connection::State::Waiting:
        return Kind::Trying;
    case connection::State::Offline:
    case connection::State::SignInNeeded:
    case connection::State::Incompatible:
        return Kind::Offline;
    }
    Q_UNREACHABLE();
}

/// What holds from the entry on; nothing when it changes nothing.
std::optional<Kind> changeOf(const FlightEntry &entry)
{
    if (const auto *entered = std::get_if<connection::StateEntered>(&entry.what))
        return kindOf(entered->state);
    if (std::holds_alternative<connection::RecordStarted>(entry.what))
        return Kind::Offline;
    if (std::holds_alternative<connection::RecordStopped>(entry.what))
        return Kind::Unknown;
    return {};
}

/// In order of how much it matters to be seen.
int weight(Kind kind)
{
    switch (kind) {
    case Kind::Trying:
        return 3;
    case Kind::Offline:
        return 2;
    case Kind::Unknown:
        return 1;
    case Kind::Online:
        return 0;
    }
    Q_UNREACHABLE();
}

class Painter {
public:
    explicit Painter(qint64 until)
        : m_begin(until - connection::FlightLog::window)
        , m_end(until)
    {
    }

    void take(const FlightEntry &entry)
    {
        if (std::holds_alternative<connection::RecordStarted>(entry.what) && m_kind != Kind::Unknown)
            enter(Kind::Unknown, m_lastAt); // it ended without a word, some time after its last one
        if (const auto *measured = std::get_if<connection::RoundTripMeasured>(&entry.what))
            measure(entry.at, measured->latency);
        const auto *entered = std::get_if<connection::StateEntered>(&entry.what);
        // Something lost on the way is read again over the same connection.
        const bool goesOn = m_kind == Kind::Online && entered && entered->state == connection::State::CatchingUp;
        if (const auto kind = changeOf(entry); kind && !goesOn) {
            if (m_kind == Kind::Online && entered && entered->state == connection::State::Waiting)
                ++m_picture.drops;
            enter(*kind, entry.at);
        }
        m_lastAt = entry.at;
    }

    FlightPicture finish()
    {
        enter(Kind::Unknown, m_end);
        widen();
        return m_picture;
    }

private:
    [[nodiscard]] double place(qint64 at) const
    {
        return std::clamp(double(at - m_begin) / double(m_end - m_begin), 0.0, 1.0);
    }

    void enter(Kind kind, qint64 at)
    {
        const qint64 length = at - m_since;
        if (length > 0) {
            if (!m_picture.spans.isEmpty() && m_picture.spans.last().kind == m_kind)
                m_picture.spans.last().to = place(at);
            else
                m_picture.spans.append({place(m_since), place(at), m_kind});
            m_picture.online += m_kind == Kind::Online ? length : 0;
            m_picture.known += m_kind == Kind::Unknown ? 0 : length;
        }
        m_since = at;
        m_kind = kind;
    }

    void measure(qint64 at, int latency)
    {
        const int slice = std::min(int(place(at) / sliceWidth), slices - 1);
        auto &curves = m_picture.curves;
        if (curves.isEmpty() || slice > m_slice + 2)
            curves.append(QVector<FlightPicture::Point>());
        if (slice != m_slice || curves.last().isEmpty())
            curves.last().append({(slice + 0.5) * sliceWidth, latency});
        else
            curves.last().last().latency = std::max(curves.last().last().latency, latency);
        m_slice = slice;
    }

    /// Gives every span that matters the width of a slice, at the cost of what matters less beside it.
    void widen()
    {
        auto &spans = m_picture.spans;
        for (qsizetype i = 0; i < spans.size(); ++i) {
            const double lacks = sliceWidth - (spans[i].to - spans[i].from);
            if (lacks <= 0 || i + 1 == spans.size() || weight(spans[i].kind) <= weight(spans[i + 1].kind))
                continue;
            const double half = (spans[i + 1].from + spans[i + 1].to) / 2; // the neighbour stays, too
            spans[i].to = std::min(spans[i].to + lacks, half);
            spans[i + 1].from = spans[i].to;
        }
    }

    qint64 m_begin;
    qint64 m_end;
    qint64 m_since = m_begin;
    qint64 m_lastAt = m_begin;
    Kind m_kind = Kind::Unknown;
    int m_slice = -1;
    FlightPicture m_picture;
};

} // namespace

FlightPicture pictureOf(const connection::FlightRecord &record)
{
    Painter painter(record.until);
    for (const FlightEntry &entry : record.entries)
        painter.take(entry);
    return painter.finish();
}

} // namespace frontdesk::models
